import ComposeModel
import DeployKit
import GitKit
import GitOpsKit
import Testing

@Suite struct `Telling what a run came to` {
  let commit: ObjectID

  init() throws { commit = try ObjectID(hex: String(repeating: "ab", count: 20)) }

  func run(_ stacks: [StackReport], _ mode: DeployReport.Mode = .applied) -> DeployRun {
    let now = Timestamp(seconds: 1_795_780_000)
    let report = DeployReport(host: "nas", revision: commit, finishedAt: now, mode: mode, stacks: stacks)
    return DeployRun(report: report, isNews: true)
  }

  @Test func `each stack that isn't unchanged has a line, and its services`() throws {
    let web = ServiceHealth(name: "web", state: "running", health: "unhealthy")
    let stacks = [
      StackReport(try RepositoryPath("a"), .deployed, services: [ServiceHealth(name: "db", state: "running")]),
      StackReport(try RepositoryPath("b"), .rolledBack, services: [web], reason: "`web` is unhealthy"),
      StackReport(try RepositoryPath("c"), .unchanged),
      StackReport(try RepositoryPath("d"), .unchanged),
    ]
    let page = """
      nas at ababababab
        deployed a
          db: running
        rolled back b: `web` is unhealthy
          web: running, unhealthy
        2 stacks unchanged

      """
    #expect(run(stacks).page == page)
    #expect(!run(stacks).isFine)
  }

  @Test func `with nothing to tell it says so`() throws {
    let quiet = run([StackReport(try RepositoryPath("a"), .unchanged)])
    #expect(quiet.page == "nas at ababababab\n  1 stack unchanged\n")
    #expect(quiet.isFine)
    #expect(run([], .dryRun).page == "nas at ababababab (dry run)\n  0 stacks unchanged\n")
  }

  @Test func `a name from outside can't paint the terminal`() throws {
    let evil = ServiceHealth(name: "\u{1B}[2J", state: "\u{202E}x")
    let page = run([StackReport(try RepositoryPath("a"), .failed, services: [evil], reason: "a\nb")]).page
    #expect(page == "nas at ababababab\n  failed a: a␊b\n    ␛[2J: �x\n")
  }

  @Test(
    arguments: zip(
      StackReport.Outcome.allCases,
      [true, true, false, false, true, false, true]
    )
  ) func `an outcome is fine or isn't`(_ outcome: StackReport.Outcome, _ isFine: Bool) {
    #expect(outcome.isFine == isFine)
  }
}
