import AgentCore
import ComposeModel
import FoundationEssentials
import GitOpsKit
import PolicyEngine
import SourceDiagnostics
import Testing

@Suite struct `What a proposing run says` {
  private static var run: ProposingRun {
    get throws {
      ProposingRun(
        outcomes: [
          ProposalOutcome(.opened, topic: try TopicName("update-a"), title: "a: one", number: 3, verdict: .allow),
          ProposalOutcome(
            .refused,
            topic: try TopicName("update-b"),
            title: "b: two",
            verdict: .deny,
            findings: [.init(code: "policy/protected-path", message: "it is \u{1B}[31mprotected")]
          ),
          ProposalOutcome(.skipped, topic: try TopicName("update-c"), title: "c: three", reason: "can't edit c: no"),
        ],
        skipped: [
          SkippedService(stack: try RepositoryPath("d"), service: "db", code: "database-major", reason: "a reason")
        ]
      )
    }
  }

  @Test func `a person reads a line for each change and what was left`() throws {
    #expect(
      try Self.run.page == """
        opened     #3 a: one (allow)
        refused    b: two (deny)
                  policy/protected-path: it is ␛[31mprotected
        left       c: three
                  can't edit c: no
        left       d `db`: a reason

        """
    )
  }

  @Test func `a person reads that there was nothing`() {
    #expect(ProposingRun().page == "nothing to propose\n")
  }

  @Test func `a program reads the same`() throws {
    let run = try Self.run
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    let data = try encoder.encode(run)
    #expect(try JSONDecoder().decode(ProposingRun.self, from: data) == run)
    let text = String(decoding: data, as: UTF8.self)
    #expect(text.contains(#""kind":"opened","number":3,"title":"a: one","topic":"update-a","verdict":"allow""#))
    #expect(text.contains(#""code":"database-major","reason":"a reason","service":"db","stack":"d""#))
  }
}
