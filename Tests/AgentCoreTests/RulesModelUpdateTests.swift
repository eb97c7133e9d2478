import ComposeModel
import GitOpsKit
import ReleaseKit
import Testing

@testable import AgentCore

@Suite struct `Proposing updates by rules` {
  @Test func `puts the routine updates of a stack into one change`() throws {
    let answer = try answer(
      ["a/compose.yaml": "services:\n  web:\n    image: nginx:1.27.1\n  api:\n    image: redis:7.4.1\n"]
    )
    let change = try #require(answer.changes.first)
    #expect(answer.changes.count == 1)
    #expect(change.topic.name == "update-a")
    #expect(change.title == "a: 2 image updates")
    #expect(
      Array(change.edits).flatMap(\.value) == [
        .compose(.set(YAMLPath(keys: "services", "web", "image"), "nginx:1.28.0")),
        .compose(.set(YAMLPath(keys: "services", "api", "image"), "redis:7.4.2")),
      ]
    )
  }

  @Test func `keeps a new major version apart and services of one image together`() throws {
    let answer = try answer([
      "cloud/app/compose.yaml": "services: {web: {image: 'app:1.0'}, cron: {image: 'app:1.0'}}"
    ])
    #expect(answer.changes.map(\.topic.name) == ["update-cloud-app-app-major"])
    #expect(answer.changes.map(\.title) == ["cloud/app: app 1.0 → 2.0"])
    #expect(answer.changes[0].expectations.map(\.service) == ["web", "cron"])
  }

  @Test func `edits the variable that holds the version`() throws {
    let answer = try answer([
      "a/compose.yaml": "services: {web: {image: 'nginx:${V}'}, twin: {image: 'nginx:${V}'}}",
      "a/.env": "V=1.27.1\n",
    ])
    #expect(edits(answer) == ["a/.env": [.variable("V", value: "1.28.0")]])
  }

  @Test func `edits a default when nothing sets the variable`() throws {
    let answer = try answer(["a/compose.yaml": "services: {web: {image: 'nginx:${V:-1.27.1}-alpine'}}"])
    let path = YAMLPath(keys: "services", "web", "image")
    #expect(edits(answer) == ["a/compose.yaml": [.compose(.set(path, "nginx:${V:-1.28.0}-alpine"))]])
  }

  @Test func `edits an image where an anchor writes it`() throws {
    let answer = try answer([
      "a/compose.yaml": """
      x-web: &web
        image: nginx:1.27.1
      services:
        one:
          <<: *web
        two:
          <<: *web
      """
    ])
    #expect(edits(answer) == ["a/compose.yaml": [.compose(.set(YAMLPath(keys: "x-web", "image"), "nginx:1.28.0"))]])
  }

  @Test func `makes one change of a file that several stacks extend`() throws {
    let stack = "services: {web: {extends: {file: ../common/web.yaml, service: web}}}"
    let answer = try answer([
      "a/compose.yaml": stack, "b/compose.yaml": stack,
      "common/web.yaml": "services: {web: {image: 'nginx:1.27.1'}}",
    ])
    #expect(answer.changes.map(\.topic.name) == ["update-common-web"])
    #expect(answer.changes[0].expectations.map(\.stack.string) == ["a", "b"])
    #expect(
      edits(answer) == ["common/web.yaml": [.compose(.set(YAMLPath(keys: "services", "web", "image"), "nginx:1.28.0"))]]
    )
  }

  @Test func `edits a file that the stack includes, and its variables`() throws {
    let answer = try answer([
      "a/compose.yaml": "include: [parts/web.yaml]\nservices: {api: {image: 'redis:7.4.1'}}",
      "a/parts/web.yaml": "services: {web: {image: 'nginx:${V}'}, twin: {image: 'nginx:1.27.1'}}",
      "a/parts/.env": "V=1.27.1\n",
    ])
    #expect(answer.changes.map(\.topic.name) == ["update-a"])
    #expect(edits(answer).keys.sorted() == ["a/compose.yaml", "a/parts/.env", "a/parts/web.yaml"])
  }

  @Test func `edits the override file when that decides the image`() throws {
    let answer = try answer([
      "a/compose.yaml": "services: {web: {image: 'nginx:1.20.0'}}",
      "a/compose.override.yaml": "services: {web: {image: 'nginx:1.27.1'}}",
    ])
    #expect(edits(answer).keys.sorted() == ["a/compose.override.yaml"])
  }

  @Test(arguments: [
    (
      ["a/compose.yaml": "services: {web: {image: 'nginx:${A}.${B}'}}", "a/.env": "A=1.27\nB=1"],
      "can't edit a/compose.yaml: `services.web.image` is put together from more than one variable"
    ),
    (
      ["a/compose.yaml": "services: {web: {image: 'nginx:${V}'}}", "a/.env": "W=1.27.1\nV=$W"],
      "can't edit a/compose.yaml: `V` gets its value from outside of the repository"
    ),
    (
      ["a/compose.yaml": "services: {web: {image: 'nginx:1.27.${V}'}}", "a/.env": "V=1"],
      "can't edit a/.env: more than the variable's value would have to change"
    ),
    (
      [
        "a/compose.yaml": "services: {web: {image: 'nginx:${V}'}, api: {image: 'httpd:${V}'}}", "a/.env": "V=1.27.1",
      ],
      "can't edit a/.env: services that share this value would need different ones"
    ),
  ])
  func `says why it can't edit`(files: [String: String], reason: String) throws {
    let answer = try answer(files)
    #expect(answer.changes.isEmpty)
    #expect(Set(answer.skipped.map(\.reason)) == [reason])
  }

  @Test func `counts the security fixes in the title`() throws {
    let answer = try answer(["a/compose.yaml": "services: {web: {image: 'httpd:1.27.1'}}"])
    #expect(answer.changes.map(\.title) == ["a: httpd 1.27.1 → 1.27.9, 2 security fixes"])
  }

  @Test func `reports what the catalogue doesn't answer`() throws {
    let answer = try answer([
      "a/compose.yaml": """
      services:
        web: {image: nginx}
        db: {image: 'postgres:15.8', volumes: ['data:/var/lib/postgresql/data']}
      volumes: {data: }
      """
    ])
    #expect(answer.skipped.map(\.service) == ["web", "db"])
    #expect(answer.skipped.map(\.code) == ["floating-tag", "database-major"])
    #expect(answer.skipped.allSatisfy { $0.stack.string == "a" })
  }

  @Test func `gives different stacks different topics`() throws {
    let stack = "services: {web: {image: 'nginx:1.27.1'}}"
    let answer = try answer(["a/b/compose.yaml": stack, "a-b/compose.yaml": stack])
    #expect(Set(answer.changes.map(\.topic)).count == 2)
  }

  private func answer(_ files: [String: String]) throws -> ModelAnswer {
    let scene = try Scene(
      files,
      catalogue: """
        images:
          nginx: {tags: [{tag: 1.27.1}, {tag: 1.28.0}, {tag: 1.28.0-alpine}]}
          httpd: {tags: [{tag: 1.27.9}], notes: [{version: 1.27.5, security: [a, b]}]}
          redis: {tags: [{tag: 7.4.2}]}
          app: {tags: [{tag: '2.0'}]}
          postgres: {tags: [{tag: '17.2'}]}
        """
    )
    return try RulesModel(UpdateFinder(scene.catalogue)).proposeUpdates(for: scene.stacks, in: scene.tree)
  }

  private func edits(_ answer: ModelAnswer) -> [String: [FileEdit]] {
    var edits: [String: [FileEdit]] = [:]
    for change in answer.changes {
      for (path, list) in Array(change.edits) { edits[path.string, default: []] += list }
    }
    return edits
  }
}
