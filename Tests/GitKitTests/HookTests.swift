import Fixtures
import Foundation
import GitKit
import Testing

@Suite(.enabled(if: GitFixture.isAvailable, "git isn't installed")) struct `Opening a repository from a hook` {
  /// A real push whose hook writes down its environment and waits; a process of our own then stands in the hook's place.
  @Test func `the pushed objects are seen while they are in quarantine, and not by a plain open`() async throws {
    let server = try GitFixture(.bare)
    let clone = try GitFixture()
    let pushed = try clone.commit(["a": "1"])
    let folder = try TemporaryDirectory()
    try server.installHook(
      "pre-receive",
      """
      #!/bin/sh
      env | grep ^GIT_ > '\(folder.path)/env.new'
      mv '\(folder.path)/env.new' '\(folder.path)/env'
      while [ ! -e '\(folder.path)/done' ]; do sleep 0.05; done
      """
    )
    let push = try BackgroundProgram(
      "git",
      ["-C", clone.path, "push", "--quiet", server.path, "main"],
      environment: GitFixture.isolation
    )
    let environment = try await environment(folder)
    #expect(environment["GIT_QUARANTINE_PATH"] != nil)
    let (path, id) = (server.path, pushed)
    await #expect(processExitsWith: .success) {
      [path = path as String, id = id as String, environment = environment as [String: String]] in
      for (name, value) in environment { unsafe setenv(name, value, 1) }
      #expect(FileManager.default.changeCurrentDirectoryPath(path))
      let pushed = try ObjectID(hex: id)
      let hook = try Repository.fromEnvironment()
      #expect(try hook.commit(pushed).summary == "change")
      #expect(try hook.changes(from: nil, to: pushed).map(\.path) == ["a"])
      let plain = try Repository(at: path)
      #expect(try !plain.hasObject(pushed))
    }
    try folder.write("", to: "done")
    #expect(push.wait(atMost: 60) == 0)
    #expect(try Repository(at: server.path).hasObject(ObjectID(hex: pushed)))
  }

  @Test func `without an environment and a repository it says so`() async throws {
    let folder = try TemporaryDirectory()
    let path = folder.path
    await #expect(processExitsWith: .success) { [path = path as String] in
      #expect(FileManager.default.changeCurrentDirectoryPath(path))
      let error = try #require(throws: GitError.self) { _ = try Repository.fromEnvironment() }
      #expect(error.description == "can't open the repository of this hook: the environment names no Git repository")
    }
  }

  private func environment(_ folder: TemporaryDirectory) async throws -> [String: String] {
    for _ in 0..<1_200 {
      if let text = try? folder.read("env") {
        let pairs = text.split(separator: "\n").map { $0.split(separator: "=", maxSplits: 1).map(String.init) }
        return Dictionary(pairs.map { ($0[0], $0.count > 1 ? $0[1] : "") }) { $1 }
      }
      try await Task.sleep(for: .milliseconds(50))
    }
    throw Program.Failure("the hook didn't run")
  }
}
