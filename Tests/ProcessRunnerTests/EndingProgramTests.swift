import Fixtures
import ProcessRunner
import Testing

@Suite struct `Ending a program` {
  let runner = ProcessRunner(grace: .milliseconds(300))
  let environment = ProgramEnvironment(["PATH": "/usr/bin:/bin"])

  func shell(_ script: String, deadline: Duration = .seconds(240)) async throws -> ProgramResult {
    try await runner.run(ProgramCall("sh", ["-c", script], environment: environment), deadline: deadline)
  }

  func failure(of script: String, deadline: Duration = .milliseconds(400)) async -> ProcessError? {
    do {
      _ = try await shell(script, deadline: deadline)
      return nil
    } catch {
      return error as? ProcessError
    }
  }

  /// Whether a process that `script` wrote the number of into `file` still runs.
  func isAlive(_ file: String) async throws -> Bool {
    try await Task.sleep(for: .milliseconds(100))
    return try await shell("kill -0 $(cat \(file)) 2>/dev/null && ! grep -q '^State:.Z' /proc/$(cat \(file))/status")
      .succeeded
  }

  @Test func `a program that isn't there has a name in the error`() async {
    let missing = ProgramCall("no-such-program", environment: environment)
    let error = await #expect(throws: ProcessError.self) { try await runner.run(missing, deadline: .seconds(1)) }
    #expect(error?.code == .notFound)
    #expect(error?.description == "can't run no-such-program: no-such-program isn't installed, or may not be run")
  }

  @Test func `a file that may not be run is said so`() async throws {
    let directory = try TemporaryDirectory()
    let file = try directory.write("#!/bin/sh\n", to: "tool")
    let error = await #expect(throws: ProcessError.self) {
      try await runner.run(ProgramCall(file, environment: environment), deadline: .seconds(1))
    }
    #expect(error?.code == .notFound)
    #expect(error?.description == "can't run tool: \(file) isn't installed, or may not be run")
  }

  @Test func `a directory that isn't there is said so`() async {
    let call = ProgramCall("true", environment: environment, workingDirectory: "/no/such")
    let error = await #expect(throws: ProcessError.self) { try await runner.run(call, deadline: .seconds(1)) }
    #expect(error?.code == .notStarted)
    #expect(error?.description == "can't run true: /no/such isn't a directory it can start in")
  }

  @Test func `an argument with a NUL doesn't start anything`() async {
    let call = ProgramCall("echo", ["a\0b"], environment: environment)
    let result = try? await runner.run(call, deadline: .seconds(5))
    #expect(result?.output.text != "ab\n")
  }

  @Test func `its time is over`() async {
    let error = await failure(of: "echo so far >&2; sleep 600")
    #expect(error?.code == .timedOut)
    #expect(error?.description == "can't run sh: it ran longer than 0.4 seconds")
    #expect(error?.errors?.text == "so far\n")
  }

  @Test func `one that ignores the request to end is killed`() async {
    #expect(await failure(of: "trap '' TERM; while :; do sleep 1; done")?.code == .timedOut)
  }

  @Test func `one that closed its outputs is still ended`() async {
    #expect(await failure(of: "exec >&- 2>&-; sleep 600")?.code == .timedOut)
  }

  @Test func `what it started is ended with it`() async throws {
    let directory = try TemporaryDirectory()
    let file = directory.path("pid")
    #expect(await failure(of: "(trap '' TERM; while :; do sleep 1; done) & echo $! > \(file); wait")?.code == .timedOut)
    #expect(try await !isAlive(file))
  }

  @Test func `a signal that ended it is named`() async {
    let error = await failure(of: "kill -9 $$", deadline: .seconds(240))
    #expect(error?.code == .signalled)
    #expect(error?.description == "can't run sh: signal 9 ended it")
  }

  @Test(.timeLimit(.minutes(10))) func `a child that keeps the pipe open doesn't hold us`() async throws {
    let result = try await shell("sleep 600 & echo $!")
    _ = try await shell("kill \(result.output.text)")
  }

  @Test(.timeLimit(.minutes(10))) func `a child that writes for ever doesn't hold us`() async throws {
    let result = try await shell("yes & echo $! >&2")
    #expect(result.status == 0)
    _ = try await shell("kill \(result.errors.text) || true")
  }

  @Test(.timeLimit(.minutes(10))) func `one that isn't wanted any more is ended with what it started`() async throws {
    let directory = try TemporaryDirectory()
    let file = directory.path("pid")
    let script = "(trap '' TERM; while :; do sleep 1; done) & echo $! > \(file); wait"
    let runner = runner
    let call = ProgramCall("sh", ["-c", script], environment: environment)
    let task = Task { try await runner.run(call, deadline: .seconds(60)) }
    try await Task.sleep(for: .milliseconds(500))
    task.cancel()
    let error = await #expect(throws: ProcessError.self) { try await task.value }
    #expect(error?.code == .cancelled)
    #expect(error?.description == "can't run sh: it isn't wanted any more")
    #expect(try await !isAlive(file))
  }
}
