import Fixtures
import ProcessRunner
import Testing

@Suite struct `A lock that one process holds` {
  /// Whether the lock at `path` can be taken; it's let go again.
  func isFree(_ path: String) throws -> Bool {
    let lock = try ProcessLock.take(at: path)
    return lock != nil
  }

  @Test func `it can't be taken twice`() throws {
    let directory = try TemporaryDirectory()
    let first = try ProcessLock.take(at: directory.path("lock"))
    #expect(try !isFree(directory.path("lock")))
    withExtendedLifetime(first) {}
  }

  @Test func `it's free again once let go`() throws {
    let directory = try TemporaryDirectory()
    for _ in 0..<3 { #expect(try isFree(directory.path("lock"))) }
  }

  @Test func `a program we start doesn't inherit it`() async throws {
    let directory = try TemporaryDirectory()
    let path = directory.path("lock")
    let call = ProgramCall("sh", ["-c", "sleep 90 >/dev/null 2>&1 & echo $!"], environment: ["PATH": "/usr/bin:/bin"])
    var sleeper = ""
    do {
      let lock = try ProcessLock.take(at: path)
      let result = try await ProcessRunner().run(call, deadline: .seconds(60))
      sleeper = result.output.text
      withExtendedLifetime(lock) {}
    }
    #expect(try isFree(path))
    _ = try Program.run("sh", ["-c", "kill \(sleeper)"])
  }

  @Test func `a lock file that is a link isn't followed`() throws {
    let directory = try TemporaryDirectory()
    try directory.write("precious", to: "target")
    _ = try Program.run("ln", ["-s", "target", directory.path("lock")])
    #expect(throws: ProcessError.self) { _ = try isFree(directory.path("lock")) }
    #expect(try directory.read("target") == "precious")
  }

  @Test func `a folder that isn't there is said`() throws {
    let error = #expect(throws: ProcessError.self) { _ = try isFree("/no/such/lock") }
    #expect(error?.description == "can't take the lock /no/such/lock: no such file or directory")
  }
}
