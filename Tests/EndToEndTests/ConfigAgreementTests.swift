import ComposeModel
import Fixtures
import Foundation
import OrderedCollections
import SourceDiagnostics
import Testing

/// Random projects through `docker compose config` and `longshore config`.
///
/// `LONGSHORE_PROJECTS=5000 LONGSHORE_SEED=7 Scripts/test --filter ConfigAgreementTests` makes a long run.
@Suite(
  .enabled(if: ComposeReference.path != nil, "there is no docker compose 2.40 to compare with: Scripts/services start")
)
struct `Agreement with docker compose` {
  private static let count = ComposeReference.number("LONGSHORE_PROJECTS", or: 200)
  private static let seed = ComposeReference.number("LONGSHORE_SEED", or: 2_026)

  @Test func `on random projects`() async {
    let differences = await Self.differences { try Self.difference(seed: $0) }
    #expect(differences == [])
  }

  @Test func `on random dotenv files`() async {
    let differences = await Self.differences { try Self.difference(dotenv: Self.dotenvText(seed: $0)) }
    #expect(differences == [])
  }

  /// What `look` finds with each seed.
  private static func differences(_ look: @escaping @Sendable (UInt64) throws -> String?) async -> [String] {
    await OwnThread.map(Array(0..<count)) { index -> String? in
      do { return try look(UInt64(seed &* 1_000_003 &+ index)) } catch { return "\(error)" }
    }
    .compactMap(\.self)
  }

  private static func dotenvText(seed: UInt64) -> String {
    var generator = SeededGenerator(seed: seed)
    let pieces = [
      "A", "B", "=", "=", ": ", "export ", "'", "\"", "\\", "$", "$A", "${B", "}", ":-", "\n", "\n", "\r\n", " ", " #",
      "é", "\\0101", "\\n", "\u{A0}", "[0]", ".", "-", "\t",
    ]
    return (0...generator.below(16)).map { _ in generator.pick(pieces) }.joined()
  }

  /// How the two differ on the project of a service with an environment file.
  private static func difference(dotenv text: String) throws -> String? {
    let yaml = "services:\n  a: {image: x, env_file: a.env}\n"
    return try difference(on: ["compose.yaml": yaml, "a.env": text], [], text.debugDescription)
  }

  /// How the two differ on the project of a seed; nil when they don't.
  private static func difference(seed: UInt64) throws -> String? {
    let project = RandomProject(seed: seed)
    let flags = project.mainFiles.flatMap { ["-f", $0] } + project.profiles.flatMap { ["--profile", $0] }
    return try difference(on: project.files, flags, "seed \(seed) (\(flags.joined(separator: " ")))")
  }

  /// How the two differ on `files`, which `story` names; nil when they don't.
  private static func difference(
    on files: [String: String],
    _ flags: [String],
    _ story: String
  ) throws -> String? {
    let directory = try TemporaryDirectory(named: "agreement")
    for (path, text) in files { try directory.write(text, to: "app/\(path)") }
    let place = directory.path("app")
    let theirs = try ComposeReference.run(flags + ["config"], in: place)
    let ours = try Program.run(
      "\(BuiltPrograms.folder)/longshore",
      ["config"] + flags,
      in: place,
      environment: ComposeReference.environment(in: place)
    )
    guard (theirs.status == 0) == (ours.status == 0) else {
      return "\(story): they say \(theirs.errors.suffix(300)), we say \(ours.errors.prefix(400))"
    }
    guard theirs.status == 0 else { return nil }
    let (reference, own) = (try value(theirs.output), try value(ours.output))
    guard
      let path = ComposeReference.shared(ComposeReference.withoutLooseNeeds(reference)).firstDifference(
        from: ComposeReference.shared(own)
      )
    else {
      return nil
    }
    return "\(story): \(path)"
  }
}

extension `Agreement with docker compose` {
  private static func value(_ yaml: String) throws -> YAMLValue {
    YAMLValue(try #require(ComposeDocument.parse(Array(yaml.utf8), file: "printed").value?.roots.first))
  }
}

extension YAMLValue {
  /// The first place at which they differ, with both values.
  fileprivate func firstDifference(from other: YAMLValue, at path: String = "") -> String? {
    switch (self, other) {
    case (.mapping(let a), .mapping(let b)):
      let keys = Set(a.keys).union(b.keys).sorted()
      return keys.lazy.compactMap { key in
        switch (a[key], b[key]) {
        case (let x?, let y?): x.firstDifference(from: y, at: "\(path).\(key)")
        case (let x, let y): "\(path).\(key): theirs \(x.map { "\($0)" } ?? "–") ours \(y.map { "\($0)" } ?? "–")"
        }
      }
      .first
    case (.sequence(let a), .sequence(let b)) where a.count == b.count:
      return zip(a, b).enumerated().lazy.compactMap { $1.0.firstDifference(from: $1.1, at: "\(path)[\($0)]") }.first
    default: return isSame(as: other) ? nil : "\(path): theirs \(self) ours \(other)"
    }
  }
}
