import Fixtures
import Testing

@Suite struct `The symbols of each program` {
  private let starting = [
    "posix_spawn", "posix_spawnp", "execv", "execve", "execvp", "fork", "vfork", "popen", "system",
  ]
  private let networking = [
    "socket", "connect", "bind", "listen", "accept", "getaddrinfo", "git_remote_", "git_clone", "git_credential",
  ]

  @Test(arguments: ["longshore", "longshore-guard", "longshore-review"])
  func `start no other program`(_ program: String) throws {
    let imported = try imports(of: program)
    #expect(imported.filter { starting.contains($0) }.isEmpty)
  }

  @Test func `of the guard reach no network`() throws {
    let imported = try imports(of: "longshore-guard")
    #expect(
      imported.filter { symbol in networking.contains { symbol == $0 || $0.hasSuffix("_") && symbol.hasPrefix($0) } }
        .isEmpty
    )
    #expect(imported.contains("git_repository_open_ext"), "the list of symbols was read")
  }

  @Test func `of the deployer start programs, so the test can see it`() throws {
    #expect(try imports(of: "longshore-deploy").contains { starting.contains($0) })
  }

  private func imports(of program: String) throws -> [String] {
    let answer = try Program.run("nm", ["-D", "--undefined-only", try ProjectFiles.program(program)])
    guard answer.status == 0 else { throw Program.Failure(answer.errors) }
    return answer.output.split(separator: "\n").compactMap { line in
      line.split(separator: " ").last?.split(separator: "@").first.map(String.init)
    }
  }
}
