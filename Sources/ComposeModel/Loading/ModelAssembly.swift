import OrderedCollections
import SourceDiagnostics

/// Passes 1 to 8 over all files of a project: one value with everything merged, in the long forms.
struct ModelAssembly {
  let directory: RepositoryPath
  /// Whether short forms become long ones; texts stay as written where they don't.
  let isCanonical: Bool
  let lookup: (String) -> String?

  init(directory: RepositoryPath, isCanonical: Bool = true, lookup: @escaping (String) -> String?) {
    self.directory = directory
    self.isCanonical = isCanonical
    self.lookup = lookup
  }

  /// The merged value of `files`, each over those before it; nil when they hold nothing.
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
        model = try layer(root, over: model, chain: chain + [file], number, &context)
      }
    }
    return model
  }

  /// One YAML document over what came before it.
  private func layer(
    _ root: SourcedValue,
    over known: SourcedValue?,
    chain: [RepositoryPath],
    _ number: Int,
    _ context: inout LoadingContext
  ) throws -> SourcedValue {
    let own = interpolate(root, &context)
    let complete = try include(own, chain: chain, &context)
    let extended = try ExtendsPass(directory: directory) { path, bytes, context in
      readOther(ExtendedFile(assembly: number, path: path), bytes, &context)
    }
    .run(complete, &context)
    var model = extended
    if var known {
      MergingPass.reset(&known, by: own)
      model = MergingPass().run(known, extended, &context)
    }
    MergingPass.dropResets(in: &model)
    // The reference looks at the whole after each document, so that what is merged next meets long forms.
    if isCanonical { makeCanonical(&model, isValidated: true, &context) }
    return model
  }

  private func interpolate(_ value: SourcedValue, _ context: inout LoadingContext) -> SourcedValue {
    context.options.interpolation == .literal ? value : InterpolationPass(lookup: lookup).run(value, &context)
  }

  private func makeCanonical(_ model: inout SourcedValue, isValidated: Bool, _ context: inout LoadingContext) {
    UnicityPass().run(&model)
    if isValidated { ValidationPass().run(model, &context) }
    CanonicalPass().run(&model, &context)
    UnicityPass().run(&model)
  }

  /// A file that a service extends, in the long forms, read once however many services do.
  private func readOther(_ file: ExtendedFile, _ bytes: [UInt8], _ context: inout LoadingContext) -> SourcedValue? {
    if let known = context.extended[file] { return known }
    var merged: SourcedValue?
    for root in context.roots(of: file.path, bytes) {
      let document = interpolate(root, &context)
      merged = merged.map { MergingPass().run($0, document, &context) } ?? document
    }
    if isCanonical, var model = merged {
      makeCanonical(&model, isValidated: false, &context)
      HostPaths.rebasing(from: file.path.parent, to: directory)?.rewrite(&model)
      merged = model
    }
    context.extended[file] = .some(merged)
    return merged
  }
}
