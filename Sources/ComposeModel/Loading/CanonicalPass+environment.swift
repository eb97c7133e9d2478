import OrderedCollections
import SourceDiagnostics

extension CanonicalPass {
  /// The service with every variable that it gets: those of its files, those written in it over them, and the values
  /// that names alone take from outside.
  func withAllVariables(_ service: SourcedValue, _ context: inout LoadingContext) throws -> SourcedValue {
    guard context.options.interpolation == .resolve, Profiles.enables(service, context.options.profiles) else {
      return service
    }
    let written = service["environment"]?.pairs ?? [:]
    let fromFiles = try fileVariables(service["env_file"]?.items ?? [], &context) { lookup($0) ?? written[$0]?.text }
    guard let own = service["environment"] ?? (fromFiles.isEmpty ? nil : SourcedValue([:], like: service)),
      own.isMapping
    else { return service }
    var variables = fromFiles
    for (name, entry) in own.pairs { variables[name] = inherited(name, entry) }
    var out = service
    out["environment"] = SourcedValue(variables, like: own)
    return out
  }

  /// A name alone takes its value from outside, where there is one.
  private func inherited(_ name: String, _ entry: SourcedValue) -> SourcedValue {
    guard entry.isNull, let text = lookup(name) else { return entry }
    var out = SourcedValue(text, like: entry)
    out.origin.variables = [name]
    return out
  }

  private func fileVariables(
    _ files: [SourcedValue],
    _ context: inout LoadingContext,
    lookup: (String) -> String?
  ) throws -> OrderedDictionary<String, SourcedValue> {
    var variables: OrderedDictionary<String, SourcedValue> = [:]
    for file in files {
      guard let (path, bytes) = try read(file, &context) else { continue }
      let known = variables
      let parsed =
        Self.isRaw(file)
        ? DotenvFile.parseRaw(bytes, file: path.string)
        : DotenvFile.parse(bytes, file: path.string) { lookup($0) ?? known[$0]?.text }
      context.diagnostics += parsed.diagnostics
      for entry in parsed.value?.entries ?? [] {
        guard let text = entry.value ?? lookup(entry.key) else { continue }
        variables[entry.key] = SourcedValue(.scalar(.string(text)), Origin(file: path.string, bytes: entry.bytes))
      }
    }
    return variables
  }

  private func read(
    _ file: SourcedValue,
    _ context: inout LoadingContext
  ) throws -> (path: RepositoryPath, bytes: [UInt8])? {
    guard let name = file["path"]?.text else { return nil }
    guard !name.hasPrefix("/"), !name.hasPrefix("~") else {
      context.warn(
        .fileOfHost,
        "the environment file `\(name)` is a file of the host, so its variables aren't known here",
        [file.label()],
        help: "keep it in the repository if it holds no secret"
      )
      return nil
    }
    return try context.read(
      name,
      from: directory,
      as: "the environment file",
      label: file.label(),
      isRequired: file["required"]?.flag ?? true
    )
  }

  private static func isRaw(_ file: SourcedValue) -> Bool { file["format"]?.text == "raw" }
}
