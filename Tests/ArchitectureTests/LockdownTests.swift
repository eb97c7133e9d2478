import CLockdown
import Fixtures
import Foundation
import Testing

@Suite struct `The guard's lock` {
  @Test func `without it a socket opens, so the test can see the difference`() async {
    await #expect(processExitsWith: .success) {
      exit(socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0) >= 0 ? 0 : 3)
    }
  }

  @Test func `is on before the hook reads what is pushed`() throws {
    let directory = try TemporaryDirectory(named: "lock")
    let pipe = directory.path("input")
    _ = try Program.run("mkfifo", [pipe])
    // Opened for both ways, the pipe has a writer and no end: the hook waits for its first line.
    let end = try #require(FileHandle(forUpdatingAtPath: pipe))
    defer { try? end.close() }
    let guardian = try BackgroundProgram(ProjectFiles.program("longshore-guard"), ["hook"], input: pipe)
    defer { guardian.kill() }
    let status = try poll(atMost: 10) {
      let text = try String(contentsOfFile: "/proc/\(guardian.processIdentifier)/status", encoding: .utf8)
      return text.contains("Seccomp:\t2") ? text : nil
    }
    #expect(status != nil, "the filter is on while the guard waits for its input")
  }

  private func poll(atMost seconds: Double, _ probe: () throws -> String?) throws -> String? {
    let end = Date().addingTimeInterval(seconds)
    while Date() < end {
      if let answer = try probe() { return answer }
      usleep(20_000)
    }
    return nil
  }
}
