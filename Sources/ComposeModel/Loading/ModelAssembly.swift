import OrderedCollections
import SourceDiagnostics

/// Passes 1 to 4 over all files of a project: one value with everything merged.
struct ModelAssembly {
  let directory: RepositoryPath
  let lookup: (String) -> String?

  /// How deep files may include others.
  private static let depthLimit = 16

  func run(
    _ files: [RepositoryPath],
    including chain: [RepositoryPath] = [],
    _ context: inout LoadingContext
  ) throws -> SourcedValue? {
    let number = context.nextAssembly()
    var model: SourcedValue?
    for file in files {
      guard let bytes = try context.tree.read(file) else {
        context.error(
          .missingFile,
          "the file `\(file)` doesn't exist",
          [.init(file.string, 0..<0)],
          help: "name a file that does"
        )
        continue
      }
      if !context.files.contains(file.string) { context.files.append(file.string) }
      for root in context.roots(of: file, bytes) {
        var value = interpolate(root, &context)
        value = try include(value, chain: chain + [file], &context)
        value = try ExtendsPass(directory: directory) { path, bytes, context in
          readOther(ExtendedFile(assembly: number, path: path), bytes, &context)
        }
        .run(value, &context)
        model = model.map { MergingPass().run($0, value) } ?? value
      }
    }
    return model.map(MergingPass.withoutResets)
  }

  private func interpolate(_ value: SourcedValue, _ context: inout LoadingContext) -> SourcedValue {
    context.options.interpolation == .literal ? value : InterpolationPass(lookup: lookup).run(value, &context)
  }

  /// A file that a service extends, with its variables resolved, read once however many services do.
  private func readOther(_ file: ExtendedFile, _ bytes: [UInt8], _ context: inout LoadingContext) -> SourcedValue? {
    if let known = context.extended[file] { return known }
    let documents = context.roots(of: file.path, bytes).map { interpolate($0, &context) }
    let merged = documents.dropFirst().reduce(documents.first) { model, document in
      model.map { MergingPass().run($0, document) }
    }
    context.extended[file] = .some(merged)
    return merged
  }

  /// `file` over what it includes.
  private func include(
    _ file: SourcedValue,
    chain: [RepositoryPath],
    _ context: inout LoadingContext
  ) throws -> SourcedValue {
    guard let entries = file["include"]?.items else { return file }
    var own = file
    own["include"] = nil
    var model: SourcedValue?
    for entry in entries {
      guard let included = try project(of: entry, chain: chain, &context) else { continue }
      model = model.map { MergingPass().run($0, included) } ?? included
    }
    return model.map { MergingPass().run($0, own) } ?? own
  }

  private func project(
    of entry: SourcedValue,
    chain: [RepositoryPath],
    _ context: inout LoadingContext
  ) throws -> SourcedValue? {
    let written = entry["path"] ?? entry
    var paths: [RepositoryPath] = []
    for path in CanonicalForm.list(written).items {
      guard let name = path.text,
        let (place, _) = try context.read(name, from: directory, as: "the included file", label: path.label())
      else { return nil }
      paths.append(place)
    }
    guard let first = paths.first, context.spend(1, .includes, at: entry.label()) else { return nil }
    guard !chain.contains(first), chain.count < Self.depthLimit else {
      context.error(.includeCycle, "`\(first)` includes itself", [entry.label()], help: "take one `include` away")
      return nil
    }
    let home = entry["project_directory"]?.text.flatMap { try? directory.joining(relative: $0) } ?? first.parent
    let files = CanonicalForm.list(entry["env_file"] ?? SourcedValue(.sequence([]), entry.origin)).items
    let own = try ProjectEnvironment.read(files, in: files.isEmpty ? home : directory, lookup: lookup, &context)
    let outer = lookup
    let assembly = ModelAssembly(directory: home) { outer($0) ?? own[$0] }
    var model = try assembly.run(paths, including: chain, &context)
    model?["name"] = nil
    guard let rebasing = Rebasing(from: home, to: directory) else { return model }
    return model.map(rebasing.run)
  }
}
