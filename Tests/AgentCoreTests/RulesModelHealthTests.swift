import AgentCore
import ComposeModel
import GitOpsKit
import ReleaseKit
import Testing

@Suite struct `Proposing health checks by rules` {
  @Test func `puts the checks of a stack into one change`() throws {
    let answer = try answer([
      "a/compose.yaml": """
      services:
        db:
          image: postgres:16
        cache:
          image: redis:7.4
      """
    ])
    #expect(answer.changes.map(\.topic.name) == ["health-a"])
    #expect(answer.changes.map(\.title) == ["a: 2 health checks"])
    #expect(answer.changes[0].expectations.map(\.goal) == [.healthcheck, .healthcheck])
  }

  @Test func `names the service when there is one`() throws {
    let answer = try answer(["a/compose.yaml": "services:\n  db:\n    image: postgres:16\n"])
    #expect(answer.changes.map(\.title) == ["a: health check for db"])
  }

  @Test func `writes the check where the service is written`() throws {
    let answer = try answer([
      "a/compose.yaml": "services:\n  db:\n    extends:\n      file: ../base.yaml\n      service: db\n",
      "base.yaml": "services:\n  db:\n    image: postgres:16\n",
    ])
    #expect(answer.changes.flatMap { Array($0.edits) }.map(\.key.string) == ["a/compose.yaml"])
  }

  @Test func `says what it left and why, but nothing of services that have a check`() throws {
    let answer = try answer([
      "a/compose.yaml": """
      services:
        good:
          image: redis:7
          healthcheck:
            test: redis-cli ping
        vault:
          image: vaultwarden/server:1.32.5
        own:
          build: .
      """
    ])
    #expect(answer.changes.isEmpty)
    #expect(answer.skipped.map(\.service) == ["vault", "own"])
    #expect(answer.skipped.map(\.code) == ["built-in", "unknown-image"])
  }

  @Test func `leaves a check that is switched off`() throws {
    let answer = try answer([
      "a/compose.yaml": """
      services:
        one:
          image: postgres:16
          healthcheck: {disable: true}
        two:
          image: postgres:16
      """
    ])
    #expect(answer.changes.flatMap(\.expectations).map(\.service) == ["two"])
    #expect(answer.skipped.map(\.code) == ["switched-off"])
  }

  @Test func `leaves a service that is written elsewhere, and says so`() throws {
    let answer = try answer([
      "a/compose.yaml": """
      x-db: &db
        image: postgres:16
      services:
        one: *db
        two:
          image: postgres:16
      """
    ])
    #expect(answer.changes.flatMap(\.expectations).map(\.service) == ["two"])
    #expect(answer.skipped.map(\.service) == ["one"])
    #expect(answer.skipped.map(\.code) == ["uneditable"])
  }

  private func answer(_ files: [String: String]) throws -> ModelAnswer {
    let scene = try Scene(files, catalogue: "images: {}")
    return try RulesModel(UpdateFinder(scene.catalogue)).proposeHealthchecks(for: scene.stacks, in: scene.tree)
  }
}
