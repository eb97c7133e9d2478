import ComposeModel
import Fixtures
import FoundationEssentials
import PolicyEngine
import SourceDiagnostics
import Testing

@Suite(.enabled(if: SharedCorpus.isPresent, "\(SharedCorpus.absence)"))
struct `Judging real files` {
  /// Every real file that loads, with its bytes.
  private static let projects: [(path: RepositoryPath, bytes: [UInt8], project: ComposeProject)] =
    SharedCorpus.files(in: "corpus/compose").compactMap { name in
      guard let data = FileManager.default.contents(atPath: name) else { return nil }
      let path = RepositoryPath.real(name)
      return load(Array(data), path).map { (path, Array(data), $0) }
    }

  private static func load(_ bytes: [UInt8], _ path: RepositoryPath) -> ComposeProject? {
    let tree = MemoryTree(overlaying: MemoryTree([:]), changes: [path: bytes])
    return try? ComposeLoader().load(StackFiles(file: path), from: tree).value
  }

  @Test func `no file differs from itself, nor by a comment`() {
    #expect(Self.projects.count > 2_500)
    for (path, bytes, project) in Self.projects {
      let same = ChangeSummary(of: path, from: project, to: project)
      #expect(same.diff.isEmpty && same.impact.isEmpty, "\(path)")
      guard bytes.first != 0xEF, bytes.first != UInt8(ascii: "%") else { continue }
      guard let commented = Self.load(Array("# a comment\n".utf8) + bytes, path) else { continue }
      let diff = StackDiff.between(project, commented, of: path)
      #expect(diff.isEmpty, "\(path): \(diff.services.flatMap(\.changes).map(\.summary))")
    }
  }

  @Test func `a file can come and go, and be taken for another`() {
    var last: ComposeProject?
    for (path, _, project) in stride(from: 0, to: Self.projects.count, by: 9).map({ Self.projects[$0] }) {
      for (old, new) in [(nil, project), (project, nil), (last, project), (project, last)] {
        let summary = ChangeSummary(of: path, from: old, to: new)
        #expect(Set(summary.impact.services.map(\.name)).count == summary.impact.services.count)
        #expect(summary.text.split(separator: "\n").allSatisfy { $0.utf8.count < 4_000 }, "\(path)")
        #expect(summary.markdown().hasSuffix("\n"))
      }
      last = project
    }
  }

  @Test func `each rule finds something, and none of them everything`() throws {
    let states = Self.projects.map { StackState($0.path, $0.project, hosts: [$0.path.string]) }
    let clock = ContinuousClock()
    let policy = try strictPolicy()
    var judgement = Judgement([])
    let time = clock.measure { judgement = inspect(states, by: policy, on: today) }
    let counts = Dictionary(grouping: judgement.findings, by: \.rule).mapValues { Set($0.map(\.stack)).count }
    print(
      "\(states.count) real stacks inspected in \(time); stacks with a finding: \(counts.sorted { $0.value > $1.value }.map { "\($0.key) \($0.value)" })"
    )
    // None of them belongs to another control group.
    #expect(counts.count == 27)
    #expect(counts.values.allSatisfy { $0 < states.count })
    #expect(judgement.findings.allSatisfy { !$0.diagnostic.labels.isEmpty && $0.diagnostic.help != nil })
  }
}

extension RepositoryPath {
  fileprivate static func real(_ name: String) -> RepositoryPath {
    let path = name.firstRange(of: "/corpus/compose/").map { String(name[$0.upperBound...]) } ?? name
    return (try? RepositoryPath(path)) ?? .root
  }
}
