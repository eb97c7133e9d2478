import Fixtures
import Foundation
import Testing

/// The same story on a real engine.
@Suite(.enabled(if: Engine.isAvailable, "no engine answers: start one with Scripts/services start"), .serialized)
struct `On a real engine` {
  @Test func `an approved update runs, and one that turns out unhealthy is rolled back and reported`() throws {
    let harbour = try Harbour { origin in
      // The story is about one stack; the others' images aren't here.
      for folder in ["cloud", "home", "media", "monitoring", "proxy"] { try origin.git("rm", "-r", "--quiet", folder) }
      try origin.commit([:], message: "Only the demo")
    }
    defer { Engine.remove(project: "hello") }
    let agent = try harbour.clone(for: "agent", named: "agent", email: "agent@longshore.example")
    let approver = try harbour.clone(for: "ada", named: "Ada", email: "ada@home.example")

    let first = try harbour.deploy(environment: Engine.environment)
    #expect(first.status == 0 && first.output.contains("deployed demo/hello"), "\(first.output)\(first.errors)")
    #expect(try Engine.image(of: "hello") == "longshore-demo/web:1.0")
    let second = try harbour.deploy(environment: Engine.environment)
    #expect(second.output.contains("nothing is new"), "\(second.output)")

    #expect(try agent.tool("longshore", "propose", "updates").contains("opened"))
    try approver.tool("longshore-review", "approve", "1")
    let update = try harbour.deploy(environment: Engine.environment)
    #expect(update.status == 0 && update.output.contains("web: running, healthy"), "\(update.output)\(update.errors)")
    #expect(try Engine.image(of: "hello") == "longshore-demo/web:1.1")

    try approver.git("fetch", "--quiet", "origin")
    try approver.git("reset", "--quiet", "--hard", "origin/main")
    let compose = try String(contentsOfFile: "\(approver.path)/demo/hello/compose.yaml", encoding: .utf8)
    try approver.commit(["demo/hello/compose.yaml": compose.replacingOccurrences(of: "web:1.1", with: "web:1.2")])
    try approver.git("push", "--quiet", "origin", "HEAD:main")
    let broken = try harbour.deploy(environment: Engine.environment)
    #expect(broken.status == 1 && broken.output.contains("rolled back demo/hello"), "\(broken.output)\(broken.errors)")
    #expect(try Engine.image(of: "hello") == "longshore-demo/web:1.1")
    let status = try agent.tool("longshore", "status", expecting: 1)
    #expect(status.contains("demo/hello") && status.contains("rolled"), "\(status)")
    let again = try harbour.deploy(environment: Engine.environment)
    #expect(
      again.output.contains("rolled back") || again.output.contains("unchanged"),
      "it isn't tried again: \(again.output)"
    )
  }
}

/// The engine that the tests' services started.
enum Engine {
  private static let host = ProcessInfo.processInfo.environment["LONGSHORE_TEST_DOCKER_HOST"]

  static let isAvailable = host != nil

  static var environment: [String: String] { ["DOCKER_HOST": host ?? ""] }

  static func image(of project: String) throws -> String {
    let filter = "label=com.docker.compose.project=\(project)"
    return try Program.run("docker", ["ps", "--filter", filter, "--format", "{{.Image}}"], environment: environment)
      .trimmed
  }

  static func remove(project: String) {
    let filter = "label=com.docker.compose.project=\(project)"
    guard let names = try? Program.run("docker", ["ps", "-aq", "--filter", filter], environment: environment).trimmed,
      !names.isEmpty
    else { return }
    _ = try? Program.run(
      "docker",
      ["rm", "-f"] + names.split(separator: "\n").map(String.init),
      environment: environment
    )
  }
}
