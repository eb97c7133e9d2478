import ComposeModel
import Fixtures
import Foundation
import OrderedCollections
import SourceDiagnostics
import Testing

/// Real files, written otherwise.
///
/// Each file is written in one of the forms; in all of them with `LONGSHORE_ALL_FORMS=1 Scripts/test --filter
/// RealFormattingTests`.
@Suite(.enabled(if: SharedCorpus.isPresent, "\(SharedCorpus.absence)"))
struct `How a file is written` {
  /// Another way to write a file.
  enum Form: String, CaseIterable {
    /// Without comments, anchors and the author's own style.
    case plain
    /// Every text in quotation marks, every collection in brackets.
    case quoted
    /// The last key of every mapping first.
    case reversed
    /// Every short form written out.
    case long
  }

  @Test(arguments: Form.allCases) func `makes no difference`(_ form: Form) async throws {
    let turn = Form.allCases.firstIndex(of: form) ?? 0
    let files = try Expectation.all().filter { $0.mode == "strict" && $0.ok }.enumerated()
      .filter { Self.writesAll || $0.offset % Form.allCases.count == turn }.map(\.element)
    let outcomes = await OwnThread.map(files) { file in Result { try Self.difference(of: file, written: form) } }
    let compared = try outcomes.compactMap { try $0.get() }
    #expect(compared.count > (Self.writesAll ? 2_200 : 550))
    #expect(compared.filter { !$0.isEmpty } == [])
  }

  private static let writesAll = ProcessInfo.processInfo.environment["LONGSHORE_ALL_FORMS"] != nil

  /// Two ports that the reference takes for different ones are the same once they are printed.
  private static let known: Set<String> = ["Lissy93+portainer-templates/sources/stacks/traefik.yml"]

  /// What we say that differs, nothing when it is nothing; nil for a file that can't be written so.
  private static func difference(of file: Expectation, written form: Form) throws -> String? {
    if form == .long, known.contains(file.file) { return nil }
    let tree = DiskTree(root: Expectation.root)
    let path = try RepositoryPath(file.file)
    let bytes = try #require(try tree.read(path))
    guard let old = try load(path, tree, file), let text = write(bytes, old, as: form) else { return nil }
    let changed = MemoryTree(overlaying: tree, changes: [path: Array(text.utf8)])
    guard let new = try load(path, changed, file) else { return "\(path) doesn't load" }
    let summary = ChangeSummary(of: path, from: old, to: new)
    if summary.diff.isEmpty, summary.impact.isEmpty { return "" }
    return "\(path): \(summary.text.prefix(600))"
  }

  private static func load(_ path: RepositoryPath, _ tree: some FileTree, _ file: Expectation) throws -> ComposeProject?
  {
    let loaded = try ComposeLoader(environment: file.env ?? [:]).load(StackFiles(file: path), from: tree)
    return loaded.diagnostics.containsError ? nil : loaded.value
  }

  private static func write(_ bytes: [UInt8], _ project: ComposeProject, as form: Form) -> String? {
    if form == .long { return project.yaml() }
    guard let document = ComposeDocument.parse(bytes, file: "compose.yaml").value, document.roots.count == 1,
      let root = document.roots.first
    else { return nil }
    // A value has no place for the tags that merging understands.
    if String(decoding: bytes, as: UTF8.self).contains("!reset") { return nil }
    let value = YAMLValue(root)
    return switch form {
    case .plain: value.blockYAML()
    case .quoted: quoted(value)
    default: reversed(value).blockYAML()
    }
  }

  private static func reversed(_ value: YAMLValue) -> YAMLValue {
    switch value {
    case .mapping(let pairs):
      .mapping(OrderedDictionary(uniqueKeysWithValues: pairs.reversed().map { ($0.key, reversed($0.value)) }))
    case .sequence(let items): .sequence(items.map(reversed))
    default: value
    }
  }

  /// JSON is YAML too.
  private static func quoted(_ value: YAMLValue) -> String? {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return (try? encoder.encode(value)).map { String(decoding: $0, as: UTF8.self) }
  }
}
