import Fixtures
import ProcessRunner
import Testing

@Suite struct `Running a program` {
  let runner = ProcessRunner(grace: .milliseconds(300))
  let environment = ProgramEnvironment(["PATH": "/usr/bin:/bin"])

  func shell(_ script: String, deadline: Duration = .seconds(240), limit: Int = 1 << 20) async throws -> ProgramResult {
    let call = ProgramCall("sh", ["-c", script], environment: environment)
    return try await runner.run(call, deadline: deadline, outputLimit: limit)
  }

  @Test func `both outputs and the status come back`() async throws {
    let result = try await shell("echo out; echo err >&2; exit 7")
    #expect(result.status == 7)
    #expect(!result.succeeded)
    #expect(result.output.text == "out\n")
    #expect(result.errors.text == "err\n")
  }

  @Test func `no shell reads an argument`() async throws {
    let arguments = ["%s|", "$(id)", "a b", "*", "'", "", "; true", "-n"]
    let result = try await runner.run(
      ProgramCall("printf", arguments, environment: environment),
      deadline: .seconds(240)
    )
    #expect(result.output.text == "$(id)|a b|*|'||; true|-n|")
  }

  @Test func `nothing of our environment reaches it`() async throws {
    let call = ProgramCall("env", environment: environment.setting("GREETING", to: "a=b c"))
    let result = try await runner.run(call, deadline: .seconds(240))
    let variables = Set(result.output.text.split(separator: "\n"))
    #expect(variables.subtracting(["PATH=/usr/bin:/bin", "GREETING=a=b c"]).isEmpty)
    #expect(variables.count == 2)
  }

  @Test func `standard input is empty`() async throws {
    #expect(try await shell("cat; echo done").output.text == "done\n")
  }

  @Test func `it runs where it was told to`() async throws {
    let directory = try TemporaryDirectory()
    let call = ProgramCall("pwd", environment: environment, workingDirectory: directory.path)
    #expect(try await runner.run(call, deadline: .seconds(240)).output.text == directory.path + "\n")
  }

  @Test func `a path needs no search`() async throws {
    let result = try await runner.run(ProgramCall("/bin/echo", ["hi"], environment: [:]), deadline: .seconds(240))
    #expect(result.output.text == "hi\n")
  }

  @Test func `output that is still in the pipe at the end isn't lost`() async throws {
    let result = try await shell("head -c 3000000 /dev/zero", limit: 4_000_000)
    #expect(result.output.total == 3_000_000)
    #expect(result.output.cut == 0)
  }

  @Test func `many run at once`() async throws {
    let runner = runner
    let environment = environment
    let answers = try await withThrowingTaskGroup(of: Int32.self) { group in
      for status in 0..<24 {
        group.addTask {
          let call = ProgramCall("sh", ["-c", "exit \(status)"], environment: environment)
          return try await runner.run(call, deadline: .seconds(60)).status
        }
      }
      return try await group.reduce(into: Set()) { $0.insert($1) }
    }
    #expect(answers == Set(0..<24))
  }
}
