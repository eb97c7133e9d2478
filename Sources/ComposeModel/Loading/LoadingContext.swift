import SourceDiagnostics

/// What the passes share: where files are, what variables say, what was found wrong.
struct LoadingContext {
  let tree: any FileTree
  /// Variables of the caller, which win over those of files.
  let environment: [String: String]
  var options: ComposeLoader.Options
  var diagnostics: [Diagnostic] = []
  /// The files that were read, in order.
  var files: [String] = []
  var budget = LoadingBudget()
  /// Values that couldn't be resolved; what else is wrong with them follows from that and isn't said.
  private var unresolved: Set<FilePlace> = []
  private var reportedUnset: Set<String> = []
  private var errors: Set<Diagnostic> = []
  private var known: [RepositoryPath: [SourcedValue]] = [:]
  /// Files that services extend, with their variables resolved, by the assembly that asked and their path.
  var extended: [ExtendedFile: SourcedValue?] = [:]
  private var assemblies = 0

  init(tree: any FileTree, environment: [String: String], options: ComposeLoader.Options) {
    self.tree = tree
    self.environment = environment
    self.options = options
  }

  /// Notes that what is wrong with `value` has been said.
  mutating func giveUp(on value: SourcedValue) {
    unresolved.insert(value.origin)
  }

  /// Whether all that is wrong with `value` has been said.
  func hasGivenUp(on value: SourcedValue) -> Bool {
    unresolved.contains(value.origin)
  }

  mutating func error(
    _ code: DiagnosticCode,
    _ message: String,
    _ labels: [Diagnostic.Label],
    help: String? = nil
  ) {
    if let label = labels.first, unresolved.contains(FilePlace(TextSource(file: label.file), label.bytes)) { return }
    let error = Diagnostic(.error, code, Self.bounded(message), labels: labels, help: help.map(Self.bounded))
    // What is included is looked at by itself and as part of the whole.
    if errors.insert(error).inserted { diagnostics.append(error) }
  }

  mutating func warn(
    _ code: DiagnosticCode,
    _ message: String,
    _ labels: [Diagnostic.Label],
    help: String? = nil
  ) {
    diagnostics.append(Diagnostic(.warning, code, Self.bounded(message), labels: labels, help: help.map(Self.bounded)))
  }

  /// What is quoted in a message may be as long as the file.
  private static func bounded(_ text: String) -> String {
    text.utf8.count <= 400 ? text : "\(text.prefix(300))…"
  }

  /// Says once that a variable has no value.
  mutating func warnUnset(_ variable: String, _ label: Diagnostic.Label) {
    guard reportedUnset.insert(variable).inserted else { return }
    warn(
      .unsetVariable,
      "`\(variable)` isn't set, so nothing stands in its place",
      [label],
      help: "set it in `.env`, or write a default: `${\(variable):-value}`"
    )
  }

  /// A number that tells one assembly of files from another, whose variables may be others.
  mutating func nextAssembly() -> Int {
    assemblies += 1
    return assemblies
  }

  /// The YAML documents of a file, which is read once however often it is asked for.
  mutating func roots(of file: RepositoryPath, _ bytes: [UInt8]) -> [SourcedValue] {
    if let roots = known[file] { return roots }
    let roots = ReadingPass(file: file.string).run(bytes, &self)
    known[file] = roots
    return roots
  }

  /// The bytes of a file beside the project; an error at `label` when it can't be had.
  mutating func read(
    _ path: String,
    from directory: RepositoryPath,
    as kind: String,
    label: Diagnostic.Label,
    isRequired: Bool = true
  ) throws -> (path: RepositoryPath, bytes: [UInt8])? {
    guard !HostPaths.isElsewhere(path) else {
      warn(
        .remoteFile,
        "\(kind) `\(path)` isn't in the repository, so what it brings isn't known here",
        [label],
        help: "keep a copy in the repository"
      )
      return nil
    }
    let place: RepositoryPath
    do throws(EscapesRepository) {
      place = try directory.joining(relative: path)
    } catch {
      self.error(
        .pathOutsideTree,
        "\(kind) `\(path)` lies outside the repository, so it wasn't read",
        [label],
        help: "move it into the repository"
      )
      return nil
    }
    guard let bytes = try tree.read(place) else {
      if isRequired {
        self.error(.missingFile, "\(kind) `\(place)` doesn't exist", [label], help: "add the file, or correct the path")
      }
      return nil
    }
    if !files.contains(place.string) { files.append(place.string) }
    return (place, bytes)
  }
}

/// A file that services extend, as one assembly of files sees it.
struct ExtendedFile: Hashable {
  let assembly: Int
  let path: RepositoryPath
}
