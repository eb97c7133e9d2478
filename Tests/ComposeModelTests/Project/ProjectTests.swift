import ComposeModel
import Foundation
import OrderedCollections
import SourceDiagnostics
import Testing

@Suite struct `A loaded project` {
  private func load(_ files: [String: String], _ options: ComposeLoader.Options = .init()) throws -> ComposeProject {
    let tree = MemoryTree(files)
    let stack = try #require(try StackFiles.find(in: .root, of: tree))
    let loaded = try ComposeLoader(options: options).load(stack, from: tree)
    #expect(loaded.diagnostics.filter { $0.severity == .error } == [])
    return try #require(loaded.value)
  }

  private static let yaml = """
    services:
      web:
        image: wiki:2
        depends_on: {db: {condition: service_healthy}, cache: {condition: service_started, required: false}}
        networks: {front: {aliases: [w]}}
        deploy: {resources: {limits: {memory: 64m, cpus: '0.5'}}}
        secrets: [token]
        env_file: [{path: none.env, required: false}]
        ulimits: {nofile: 10, nproc: {soft: 1, hard: 2}}
        x-own: 1
      db: {image: postgres, volumes: ['data:/d'], build: {context: ., args: [A=1], secrets: [built]}}
      cache: {image: redis, profiles: [debug], container_name: cc}
      tool: {image: t, depends_on: [web], profiles: [extra]}
    networks: {front: , back: }
    volumes: {data: , old: {driver: local}}
    secrets: {token: {file: ./t}, built: {environment: B}, lost: {file: ./l}}
    """

  @Test func `tells every attribute in its own type`() throws {
    let project = try load(["compose.yaml": Self.yaml])
    let web = try #require(project.services["web"])
    #expect(web.dependsOn["db"]?.condition == .healthy && web.dependsOn["cache"]?.isRequired == false)
    #expect(web.attachments["front"]?.aliases == ["w"])
    #expect(web.deployment?.resources?.limits?.memory?.bytes == 67_108_864)
    #expect(web.deployment?.resources?.limits?.cpus == 0.5)
    #expect(web.secretGrants.first?.target == "/run/secrets/token")
    #expect(web.environmentFiles.first?.isRequired == false)
    #expect(web.ulimits["nofile"]?.soft == 10 && web.ulimits["nproc"]?.hard == 2)
    #expect(web.extensions == ["x-own": 1])
    #expect(project.services["db"]?.build?.arguments == ["A": "1"])
    #expect(project.networks["front"]?.name == "project_front" && project.volumes["old"]?.driver == "local")
    #expect(project.secrets["token"]?.file == "./t")
  }

  @Test func `is the same after it was sent as JSON`() throws {
    let project = try load(["compose.yaml": Self.yaml])
    let sent = try JSONDecoder().decode(ComposeProject.self, from: JSONEncoder().encode(project))
    #expect(sent.attributes.isSame(as: project.attributes) && sent.yaml() == project.yaml())
    let build = try #require(project.services["db"]?.build)
    #expect(try JSONDecoder().decode(Build.self, from: JSONEncoder().encode(build)).arguments == ["A": "1"])
  }

  @Test func `keeps services apart whose profiles are off`() throws {
    let project = try load(["compose.yaml": Self.yaml])
    #expect(project.enabledServices.keys == ["web", "db"])
    let enabled = project.withoutDisabledServices()
    #expect(enabled.services["web"]?.dependsOn.keys == ["db"], "what it can do without isn't there")
    let debug = try load(["compose.yaml": Self.yaml], .init(profiles: ["debug"]))
    #expect(debug.enabledServices.keys == ["web", "db", "cache"])
    let dotenv = try load(["compose.yaml": Self.yaml, ".env": "COMPOSE_PROFILES=extra, debug\n"])
    #expect(dotenv.enabledServices.count == 4)
  }

  @Test func `selects services with what they wait for, what waits for them, or neither`() throws {
    let project = try load(["compose.yaml": Self.yaml])
    #expect(try project.selecting(["web"]).services.keys == ["web", "db"])
    #expect(try project.selecting(["db"], with: .dependents).services.keys == ["web", "db"])
    #expect(try project.selecting(["web"], with: .none).services["web"]?.dependsOn == [:])
    #expect(try project.selecting(["cache"]).services.keys == ["cache"], "a service that is named is switched on")
    #expect(throws: UnknownService(name: "x", known: ["web", "db", "cache", "tool"])) { try project.selecting(["x"]) }
    #expect(project.service(withContainerName: "cc")?.name == "cache")
  }

  @Test func `finds what nobody uses`() throws {
    let project = try load(["compose.yaml": Self.yaml])
    #expect(project.unusedResources(.volumes) == ["old"] && project.unusedResources(.networks) == ["back"])
    #expect(project.unusedResources(.secrets) == ["lost"])
    #expect(project.withoutUnusedResources().secrets.keys == ["token", "built"])
    #expect(project.images == ["wiki:2", "postgres", "redis", "t"])
  }

  @Test func `orders services so that each comes after what it waits for`() throws {
    #expect(try load(["compose.yaml": Self.yaml]).dependencyOrder() == [["db", "cache"], ["web"], ["tool"]])
    var random = SystemRandomNumberGenerator()
    for _ in 0..<200 {
      let names = (0..<Int.random(in: 1...12, using: &random)).map { "s\($0)" }
      let services = names.shuffled(using: &random).map { name -> (String, YAMLValue) in
        let needs = names.prefix { $0 != name }.filter { _ in Bool.random(using: &random) }
        let pairs = needs.map { ($0, YAMLValue.mapping([:])) }
        return (name, ["depends_on": .mapping(OrderedDictionary(uniqueKeysWithValues: pairs))])
      }
      let project = ComposeProject(attributes: [
        "services": .mapping(OrderedDictionary(uniqueKeysWithValues: services))
      ])
      let order = try project.dependencyOrder()
      #expect(Set(order.joined()) == Set(names) && order.joined().count == names.count)
      for (index, group) in order.enumerated() {
        let before = Set(order[..<index].joined())
        for name in group { #expect(before.isSuperset(of: project.services[name]?.dependsOn.keys ?? [])) }
      }
    }
  }

  @Test func `says which services wait for one another`() {
    let ring: YAMLValue = [
      "a": ["depends_on": ["b": [:]]], "b": ["depends_on": ["c": [:]]], "c": ["depends_on": ["b": [:]]], "d": [:],
    ]
    #expect(throws: DependencyCycle(services: ["b", "c"])) {
      try ComposeProject(attributes: ["services": ring]).dependencyOrder()
    }
  }

  @Test func `knows how a value came to be`() throws {
    let project = try load([
      "compose.yaml": "x-a: &a {restart: always}\nservices:\n  web: {image: \"x:1\", logging: *l, labels: {b: 1}}\n"
        .replacing("logging: *l", with: "deploy: {labels: *b}").replacing("x-a:", with: "x-b: &b {k: v}\nx-a:"),
      "compose.override.yaml": "services:\n  web:\n    image: x:${TAG}\n",
      ".env": "TAG=2\n",
    ])
    let image = try #require(project.provenance(of: YAMLPath(parsing: "services.web.image")))
    #expect(image.value == "x:2" && image.origin.file == "compose.override.yaml" && image.origin.variables == ["TAG"])
    #expect(image.steps.map(\.kind) == [.overridden] && image.steps.first?.origin.file == "compose.yaml")
    let labels = try #require(project.provenance(of: YAMLPath(parsing: "services.web.deploy.labels")))
    #expect(labels.steps.map(\.kind) == [.alias] && labels.isWritten)
    #expect(project.provenance(of: try YAMLPath(parsing: "services.web.nothing")) == nil)
    #expect(project.provenance(of: try YAMLPath(parsing: "networks.default.name"))?.value == "project_default")
  }
}
