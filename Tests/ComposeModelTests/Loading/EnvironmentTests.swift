import ComposeModel
import OrderedCollections
import SourceDiagnostics
import Testing

@Suite struct `The environment of a stack` {
  private func load(_ files: [String: String], environment: [String: String] = [:]) throws -> Loaded<ComposeProject> {
    let tree = MemoryTree(files)
    let stack = try #require(try StackFiles.find(in: RepositoryPath("s"), of: tree))
    return try ComposeLoader(environment: environment).load(stack, from: tree)
  }

  @Test func `text becomes what belongs in its place`() throws {
    let yaml = """
      services:
        a:
          image: x
          privileged: ${FLAG}
          cpus: ${CPUS}
          healthcheck: {test: [CMD, x], retries: "${RETRIES}"}
          ports: [{target: "${PORT}"}]
          deploy: {replicas: "$REPLICAS"}
          hostname: ${PORT}
      """
    let dotenv = "FLAG=yes\nCPUS=1.5\nRETRIES=3\nPORT=80\nREPLICAS=2\n"
    let loaded = try load(["s/compose.yaml": yaml, "s/.env": dotenv])
    #expect(loaded.diagnostics == [])
    let service = try #require(loaded.value?.services["a"])
    #expect(service.privileged && service.healthcheck?.retries == 3 && service.ports.map(\.target) == [80])
    guard case .mapping(let attributes) = service.attributes else { return }
    #expect(attributes["cpus"] == .float(1.5) && attributes["deploy"] == ["replicas": 2])
    #expect(attributes["hostname"] == "80")
  }

  @Test(arguments: [
    ("privileged: ${X}", "`privileged` is `` where true or false belongs"),
    ("pids_limit: ${X}", "`pids_limit` is `` where a whole number belongs"),
    ("cpus: \"${X:-a}\"", "`cpus` is `a` where a number belongs"),
    ("deploy: {replicas: 1.5x}", "`replicas` is `1.5x` where a whole number belongs"),
  ])
  func `text that can't become that is refused once`(_ attribute: String, _ message: String) throws {
    let loaded = try load(["s/compose.yaml": "services:\n  a:\n    image: x\n    \(attribute)\n"])
    #expect(loaded.diagnostics.filter { $0.severity == .error }.map(\.message) == [message])
  }

  @Test func `what can't be resolved is said once and not blamed on its place`() throws {
    let yaml = "services:\n  a: {image: x, ports: [\"${P:?set the port}:80\"], mem_limit: \"${M\", cpus: \"${C:?}\"}\n"
    let loaded = try load(["s/compose.yaml": yaml])
    let codes = loaded.diagnostics.map(\.code.rawValue)
    #expect(codes == ["compose/missing-variable", "compose/malformed-variable", "compose/missing-variable"])
  }

  @Test func `a name alone takes its value from outside`() throws {
    let yaml = "services:\n  a: {image: x, environment: [OUT, DOT, NONE], env_file: [one.env, two.env]}\n"
    let files = [
      "s/compose.yaml": yaml, "s/.env": "DOT=dot\n",
      "s/one.env": "NONE=file\nA=1\nOUT\nB=${DOT}-$A\n", "s/two.env": "A=2\nC=\"$B\"\n",
    ]
    let loaded = try load(files, environment: ["OUT": "outside"])
    let service = try #require(loaded.value?.services["a"])
    #expect(
      Dictionary(uniqueKeysWithValues: service.environment.elements.map { ($0.key, $0.value) })
        == ["OUT": "outside", "DOT": "dot", "NONE": nil, "A": "2", "B": "dot-1", "C": "dot-1"]
    )
    #expect(loaded.value?.origin(of: YAMLPath(keys: "services", "a", "environment", "A"))?.file == "s/two.env")
  }

  @Test func `a raw file is taken as it is`() throws {
    let yaml = "services:\n  a: {image: x, env_file: [{path: raw.env, format: raw}]}\n"
    let files = ["s/compose.yaml": yaml, "s/raw.env": "# c\nA='x' $B # y\r\n\nD=\n"]
    let loaded = try load(files)
    #expect(loaded.value?.services["a"]?.environment == ["A": "'x' $B # y", "D": ""])
  }

  @Test func `files that aren't required may be missing`() throws {
    let yaml = "services:\n  a: {image: x, env_file: [{path: none.env, required: false}]}\n"
    #expect(try load(["s/compose.yaml": yaml]).diagnostics == [])
  }

  @Test func `variables stay as they are written when that is asked for, and names alone have their values`() throws {
    let tree = MemoryTree(["compose.yaml": "services:\n  a: {image: \"x:${TAG:?}\", environment: [A]}\n"])
    let loader = ComposeLoader(environment: ["A": "1"], options: .init(interpolation: .literal))
    let loaded = try loader.load(StackFiles(file: RepositoryPath("compose.yaml")), from: tree)
    #expect(loaded.diagnostics == [])
    #expect(loaded.value?.services["a"]?.image == "x:${TAG:?}")
    guard case .mapping(let attributes)? = loaded.value?.services["a"]?.attributes else { return }
    #expect(attributes["environment"] == ["A=1"])
  }

  @Test func `variables that a stack asks for are those of the merged files, each at its place`() throws {
    let base = "services:\n  a: {image: \"x:${TAG:?}\", user: \"$OLD\"}\n"
    let over = "services:\n  a: {user: \"${UID:-${ME}}\", hostname: \"${\"}\n"
    let tree = MemoryTree(["s/compose.yaml": base, "s/compose.override.yaml": over])
    let stack = try #require(try StackFiles.find(in: RepositoryPath("s"), of: tree))
    let loaded = try ComposeLoader().variables(of: stack, from: tree)
    #expect(
      loaded.value?.map(\.reference) == [
        .init(name: "TAG", isRequired: true), .init(name: "UID", defaultValue: "${ME}"), .init(name: "ME"),
      ]
    )
    #expect(
      loaded.value?.map(\.origin.file) == ["s/compose.yaml"] + Array(repeating: "s/compose.override.yaml", count: 2)
    )
    #expect(loaded.diagnostics.map(\.code.rawValue) == ["compose/malformed-variable"])
  }

  @Test func `an unset variable is said once, with a way out`() throws {
    let loaded = try load(["s/compose.yaml": "services:\n  a: {image: \"x:$TAG\", hostname: \"$TAG\"}\n"])
    #expect(loaded.diagnostics.map(\.severity) == [.warning])
    #expect(loaded.diagnostics.first?.help == "set it in `.env`, or write a default: `${TAG:-value}`")
  }

  @Test(arguments: [
    ("name: \"${X}\"", "the project's name is empty"),
    ("name: \"!!!\"", "the project's name is empty"),
  ])
  func `a project's name holds a letter or digit`(_ line: String, _ message: String) throws {
    let loaded = try load(["s/compose.yaml": "\(line)\nservices:\n  a: {image: x}\n"])
    #expect(loaded.diagnostics.filter { $0.severity == .error }.map(\.message) == [message])
  }

  @Test func `a project's name is made normal, and may be given from outside`() throws {
    let files = ["s/compose.yaml": "name: My_App.1\nservices:\n  a: {image: \"$COMPOSE_PROJECT_NAME\"}\n"]
    #expect(try load(files).value?.name == "my_app1")
    #expect(try load(files).value?.services["a"]?.image == "my_app1")
    #expect(try load(files, environment: ["COMPOSE_PROJECT_NAME": "given"]).value?.name == "given")
    let odd = try load(files, environment: ["COMPOSE_PROJECT_NAME": "Given!"])
    #expect(odd.diagnostics.first?.help == "set COMPOSE_PROJECT_NAME to `given`")
  }
}
