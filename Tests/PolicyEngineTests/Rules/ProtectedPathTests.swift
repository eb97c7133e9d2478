import ComposeModel
import PolicyEngine
import SourceDiagnostics
import Testing

@Suite struct `Paths an agent may not change` {
  @Test(arguments: [
    (
      ChangedPath(".longshore/policy.yaml", old: .file, new: .file),
      "`.longshore/policy.yaml` is protected: only a person may change it"
    ),
    (ChangedPath(".LONGSHORE/x", old: nil, new: .file), "`.LONGSHORE/x` is protected: only a person may change it"),
    (
      ChangedPath(".github/workflows/ci.yml", old: .file, new: nil),
      "`.github/workflows/ci.yml` is protected: only a person may change it"
    ),
    (ChangedPath("a/link", old: nil, new: .symlink), "`a/link` is a symbolic link: only a person may make one"),
    (ChangedPath("a/link", old: .symlink, new: .file), "`a/link` was a symbolic link: only a person may change one"),
    (ChangedPath("a/link", old: .symlink, new: nil), "`a/link` was a symbolic link: only a person may change one"),
    (ChangedPath("sub", old: nil, new: .submodule), "`sub` is a submodule: only a person may change one"),
    (ChangedPath("a/run", old: nil, new: .executable), "`a/run` becomes executable: only a person may make it so"),
    (ChangedPath("a/run", old: .file, new: .executable), "`a/run` becomes executable: only a person may make it so"),
    (
      ChangedPath("a/run", old: .executable, new: .file),
      "`a/run` is no longer executable: only a person may make it so"
    ),
  ])
  func `is refused to an agent and allowed to a person`(_ path: ChangedPath, _ message: String) throws {
    for role in [Role.agent, .ci, .host] {
      let judgement = judge(Change(by: role, paths: [path], stacks: []), by: .standard, on: today)
      #expect(judgement.verdict == .deny)
      #expect(judgement.findings.map(\.diagnostic.message) == [message])
      #expect(judgement.findings.map(\.diagnostic.code.rawValue) == ["policy/protected-path"])
    }
    #expect(judge(Change(by: .person, paths: [path], stacks: []), by: .standard, on: today) == Judgement([]))
  }

  @Test(arguments: [
    ChangedPath("a/compose.yaml", old: .file, new: .file), ChangedPath("a/compose.yaml", old: nil, new: .file),
    ChangedPath("a/run", old: .executable, new: .executable), ChangedPath("a/run", old: .executable, new: nil),
  ])
  func `a plain file isn't refused`(_ path: ChangedPath) {
    #expect(judge(Change(by: .agent, paths: [path], stacks: []), by: .standard, on: today).findings == [])
  }

  @Test func `a policy may protect more, and never less`() throws {
    let path = ChangedPath("secrets/token", old: .file, new: .file)
    let change = Change(by: .agent, paths: [path], stacks: [])
    #expect(judge(change, by: .standard, on: today).verdict == .allow)
    #expect(try judge(change, by: "protected: [secrets]".policy(), on: today).verdict == .deny)
    var forged = Policy(
      levels: ["protected-path": .init(.off)],
      pathLevels: [.init(PathPattern("**"), ["protected-path": .init(.off)])]
    )
    forged.exceptions = [
      .init(
        rule: "protected-path",
        path: PathPattern("**"),
        reason: "x",
        until: try #require(CalendarDate("9999-12-31"))
      )
    ]
    let policy = ChangedPath(".longshore/policy.yaml", old: .file, new: .file)
    #expect(judge(Change(by: .agent, paths: [policy], stacks: []), by: forged, on: today).verdict == .deny)
  }
}
