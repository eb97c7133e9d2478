import ComposeModel
import FuzzKit
import SourceDiagnostics

/// A project of changed files, and what becomes of it.
struct ProjectAttempt {
  private let files: [String: [UInt8]]
  private let mainFiles: [String]

  /// What is put between lines, so that files name one another and combine what Compose can do.
  private static let lines = [
    "include: [other.yaml]\n", "include: [{path: other.yaml, env_file: app.env}]\n", "include: [sub/compose.yaml]\n",
    "    extends: {file: other.yaml, service: web}\n", "    extends: web\n",
    "    extends: {file: compose.yaml, service: db}\n",
    "    image: x:${TAG:-${OTHER:?no}}\n", "    ports: ['1-65:1-65/udp', '80', 80]\n",
    "    env_file: [app.env, ../../x]\n",
    "    volumes: ['.:/a', 'd:/b', '~/x:/y', !reset null]\n", "    environment: !override [A=$$B, C, TAG]\n",
    "    <<: *a\n",
    "    command: 'a \"b c\" ${TAG} | d'\n", "    depends_on: [web, db]\n", "    profiles: [p]\n",
    "    labels: !reset []\n",
    "    label_file: app.env\n", "    deploy: {replicas: '2', resources: {limits: {cpus: '1.50', memory: 1e3m}}}\n",
    "    healthcheck: {test: x, interval: 9999999w}\n",
    "    build: {context: ., args: [A, B=1], ssh: [default, k=./k]}\n",
    "  web:\n    image: y\n", "services:\n  web: {image: z}\n  db: {image: q}\n",
    "networks: {default: {name: '${EMPTY}'}}\n",
    "volumes: {d: {external: {name: e}}}\n", "---\n", "name: n-${TAG}\n", "x-a: &a {restart: always, labels: [l]}\n",
  ]

  private static let sample = """
    services:
      web:
        image: nginx:${TAG:-1}
        ports: ["8080:80"]
        volumes: [data:/data, ./conf:/conf:ro]
      db:
        image: postgres
        environment: {A: 1}
    volumes: {data: }

    """

  init(from corpus: Corpus, _ random: inout SeededRandom) {
    func changed(_ random: inout SeededRandom) -> [UInt8] {
      let real = random.pick(corpus.files, or: Array(Self.sample.utf8))
      var bytes =
        random.chance(75) && real.count < 4_096
        ? real : random.chance(75) ? Array(Self.sample.utf8) : corpus.sample(&random)
      for _ in 0..<random.below(4) {
        let line = random.pick(Self.lines, or: "")
        bytes.insert(contentsOf: line.utf8, at: bytes.startOfLine(before: random.below(bytes.count + 1)))
      }
      return random.chance(30) ? Mutation.apply(to: bytes, from: corpus, &random) : bytes
    }
    var files = ["compose.yaml": changed(&random), "app.env": Array("A=1\nTAG=2\nEMPTY=\n".utf8)]
    if random.chance(50) { files["other.yaml"] = changed(&random) }
    if random.chance(20) { files["sub/compose.yaml"] = changed(&random) }
    if random.chance(40) {
      files[".env"] =
        random.chance(50) ? files["app.env"] : Mutation.apply(to: files["app.env"] ?? [], from: corpus, &random)
    }
    mainFiles = files["other.yaml"] != nil && random.chance(30) ? ["compose.yaml", "other.yaml"] : ["compose.yaml"]
    self.files = files
  }

  /// The files, for a person.
  var description: String {
    files.sorted { $0.key < $1.key }.map { "=== \($0.key)\n\(String(decoding: $0.value, as: UTF8.self))" }
      .joined(separator: "\n")
  }

  /// What is found out by loading it.
  var outcome: Outcome {
    do {
      let loaded = try load(FileSet(files: files), mainFiles, profiles: [])
      if let misplaced = misplaced(loaded.diagnostics) { return wrong("a diagnostic stands nowhere: \(misplaced)") }
      guard let project = loaded.value, !loaded.diagnostics.containsError else { return .counted("refused") }
      let text = project.withoutDisabledServices().withoutMergedFiles().yaml()
      let printed = FileSet(files: ["compose.yaml": Array(text.utf8)])
      let again = try load(printed, ["compose.yaml"], profiles: ["*"])
      guard let reloaded = again.value, !again.diagnostics.containsError else {
        return wrong(
          "what was printed doesn't load: \(again.diagnostics.first { $0.severity == .error }?.message ?? "")"
        )
      }
      let other = reloaded.withoutMergedFiles().yaml()
      if other == text { return .counted("loaded") }
      // Ports that the reference takes for different ones, a number and the same as text, are one once they are printed.
      let hasFewerPorts = other.count { $0 == "\n" } < text.count { $0 == "\n" } && text.contains("published:")
      return hasFewerPorts ? .counted("with a port twice") : wrong("it is printed otherwise again:\n\(text)\n\(other)")
    } catch {
      return wrong("\(error)")
    }
  }

  private func load(_ tree: FileSet, _ names: [String], profiles: Set<String>) throws -> Loaded<ComposeProject> {
    let options = ComposeLoader.Options(profiles: profiles, paths: .absolute(root: "/r", home: "/h"))
    let stack = StackFiles(directory: .root, files: try names.map { try RepositoryPath($0) })
    return try ComposeLoader(environment: ["COMPOSE_PROJECT_NAME": "p"], options: options).load(stack, from: tree)
  }

  private func misplaced(_ diagnostics: [Diagnostic]) -> String? {
    let wrong = diagnostics.first { diagnostic in
      diagnostic.labels.contains { label in
        files[label.file].map { label.bytes.upperBound > $0.count } ?? !label.bytes.isEmpty
      }
    }
    return wrong.map { "\($0)" }
  }

  private func wrong(_ what: String) -> Outcome { .wrong(what, Array(description.utf8)) }
}

/// Files in memory, as bytes.
private struct FileSet: FileTree {
  let files: [String: [UInt8]]

  func read(_ path: RepositoryPath) throws -> [UInt8]? { files[path.string] }

  func entries(in directory: RepositoryPath) throws -> [FileTreeEntry] {
    directory == .root ? files.keys.sorted().map { FileTreeEntry(name: $0, kind: .file) } : []
  }
}
