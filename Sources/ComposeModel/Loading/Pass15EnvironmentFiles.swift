import OrderedCollections
import SourceDiagnostics

/// Pass 15: the variables of `env_file` and the labels of `label_file` join those that are written in the service,
/// which win.
struct EnvironmentFilesPass {
  let directory: RepositoryPath
  let lookup: (String) -> String?

  func run(_ project: inout SourcedValue, _ context: inout LoadingContext) throws {
    try project.change("services") { services in
      try services.changeEach { service in
        guard Profiles.enables(service, context.options.profiles) else { return }
        if context.options.readsEnvironmentFiles { try addVariables(to: &service, &context) }
        try addLabels(to: &service, &context)
      }
    }
  }

  private func addVariables(to service: inout SourcedValue, _ context: inout LoadingContext) throws {
    service.change("environment") { InheritancePass(lookup: lookup).resolve(&$0) }
    let files = service["env_file"]?.items ?? []
    guard !files.isEmpty else { return }
    let written = service["environment"]?.pairs ?? [:]
    var variables: OrderedDictionary<String, SourcedValue> = [:]
    for file in files {
      guard let (path, bytes) = try read(file["path"], of: file, "the environment file", &context) else { continue }
      // A variable of an earlier file is known to a later one.
      let known = variables
      let outside: (String) -> String? = { lookup($0) ?? written[$0]?.text ?? known[$0]?.text }
      let parsed =
        file["format"]?.text == "raw"
        ? DotenvFile.parseRaw(bytes, file: path.string)
        : DotenvFile.parse(bytes, file: path.string, lookup: outside)
      context.diagnostics += parsed.diagnostics
      add(parsed.value, from: path, to: &variables) { lookup($0) ?? written[$0]?.text }
    }
    service.join(variables, under: "environment")
  }

  private func addLabels(to service: inout SourcedValue, _ context: inout LoadingContext) throws {
    let files = service["label_file"]?.items ?? []
    var labels: OrderedDictionary<String, SourcedValue> = [:]
    for file in files {
      guard let (path, bytes) = try read(file, of: file, "the label file", &context) else { continue }
      let known = labels
      let parsed = DotenvFile.parse(bytes, file: path.string) { known[$0]?.text }
      context.diagnostics += parsed.diagnostics
      add(parsed.value, from: path, to: &labels) { known[$0]?.text }
    }
    service.join(labels, under: "labels")
  }

  private func add(
    _ file: DotenvFile?,
    from path: RepositoryPath,
    to entries: inout OrderedDictionary<String, SourcedValue>,
    inherited: (String) -> String?
  ) {
    let source = TextSource(file: path.string)
    for entry in file?.entries ?? [] {
      guard let text = entry.value ?? inherited(entry.key) else { continue }
      entries[entry.key] = SourcedValue(.scalar(.string(text)), FilePlace(source, entry.bytes))
    }
  }

  private func read(
    _ path: SourcedValue?,
    of file: SourcedValue,
    _ kind: String,
    _ context: inout LoadingContext
  ) throws -> (path: RepositoryPath, bytes: [UInt8])? {
    guard let name = path?.text else { return nil }
    guard let place = context.options.paths.placeInTree(of: name) else {
      context.warn(
        .fileOfHost,
        "\(kind) `\(name)` is a file of the host, so what it holds isn't known here",
        [file.label()],
        help: "keep it in the repository if it holds no secret"
      )
      return nil
    }
    return try context.read(
      place.path,
      from: place.isFromRoot ? .root : directory,
      as: kind,
      label: file.label(),
      isRequired: file["required"]?.flag ?? true
    )
  }
}

extension SourcedValue {
  /// Puts `entries` under what is written at `key`.
  fileprivate mutating func join(_ entries: OrderedDictionary<String, SourcedValue>, under key: String) {
    guard !entries.isEmpty else { return }
    setDefaultMapping(key)
    change(key) { written in written.pairs = entries.merging(written.pairs) { $1 } }
  }
}
