import ProcessRunner
import Testing

@Suite struct `Output beyond its limit` {
  let runner = ProcessRunner(grace: .milliseconds(300))

  @Test func `the tail is kept and what was cut is said`() async throws {
    let call = ProgramCall("seq", ["1", "100000"], environment: ["PATH": "/usr/bin:/bin"])
    let result = try await runner.run(call, deadline: .seconds(240), outputLimit: 20)
    #expect(result.output.total == 588_895)
    #expect(result.output.text == "… 588875 earlier bytes were cut\n\n99998\n99999\n100000\n")
    #expect(result.output.bytes.count == 20)
  }

  @Test func `a limit of nothing keeps nothing and counts all`() async throws {
    let call = ProgramCall("echo", ["hello"], environment: ["PATH": "/usr/bin:/bin"])
    let result = try await runner.run(call, deadline: .seconds(240), outputLimit: 0)
    #expect(result.output.bytes.isEmpty)
    #expect(result.output.text == "… 6 earlier bytes were cut\n")
  }

  @Test func `a cut inside a character doesn't break the text`() async throws {
    let call = ProgramCall("printf", ["ééé"], environment: ["PATH": "/usr/bin:/bin"])
    let result = try await runner.run(call, deadline: .seconds(240), outputLimit: 3)
    #expect(result.output.text == "… 3 earlier bytes were cut\n\u{FFFD}é")
  }
}
