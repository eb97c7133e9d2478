import OrderedCollections
import SourceDiagnostics

extension ModelAssembly {
  /// How deep files may include others.
  private static let depthLimit = 16
  /// What an included project brings; its name and extensions are its own.
  private static let kinds = ["services", "volumes", "networks", "secrets", "configs", "models"]

  /// Pass 3: a file over the projects that it includes, of which an earlier one is over a later one.
  func include(
    _ file: SourcedValue,
    chain: [RepositoryPath],
    _ context: inout LoadingContext
  ) throws -> SourcedValue {
    guard let entries = file["include"]?.items else { return file }
    var model = file
    model["include"] = nil
    for entry in entries {
      guard let included = try project(of: entry, chain: chain, &context) else { continue }
      for kind in Self.kinds {
        guard let resources = included[kind], !resources.isNull else { continue }
        model[kind] = model[kind].map { MergingPass().run(resources, $0, at: [kind], &context) } ?? resources
      }
    }
    return model
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
    let files = entry["env_file"].map { named in
      CanonicalForm.list(named).items.compactMap { file in file.text.map { ($0, file.label()) } }
    }
    .flatMap { $0.isEmpty ? nil : $0 }
    let own = try ProjectEnvironment.read(files, in: files == nil ? home : directory, lookup: lookup, &context)
    let outer = lookup
    let assembly = ModelAssembly(directory: home, isCanonical: isCanonical) { outer($0) ?? own[$0] }
    guard var model = try assembly.run(paths, including: chain, &context) else { return nil }
    guard isCanonical else { return model }
    DefaultsPass().run(&model)
    ExclusionsPass().run(model, &context)
    HostPaths.rebasing(from: home, to: directory)?.rewrite(&model)
    InheritancePass(lookup: assembly.lookup).run(&model)
    return model
  }
}
