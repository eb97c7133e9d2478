import OrderedCollections
public import SourceDiagnostics

/// A variable that a stack's files ask for, at one place.
public struct VariableUse: Sendable, Hashable {
  /// The variable, with what is written beside its name.
  public let reference: VariableReference
  /// The place of the text that asks for it.
  public let origin: Origin
}

extension ComposeLoader {
  /// The variables that a stack asks for: in the values that are left when files are included, extended and merged,
  /// their texts as written.
  ///
  /// `docker compose config --variables` doesn't tell those of the project's name, of the names in a list of
  /// `depends_on`, of the reason of a required variable, and of an item that a later one of its list replaces.
  ///
  /// - Returns: The uses in the order of the merged files, nil when nothing could be understood, and what stands in the
  ///   way of reading the files. A text that isn't in the syntax is an error, and what the others ask for is there.
  /// - Throws: What `tree` throws.
  public func variables(of stack: StackFiles, from tree: some FileTree) throws -> Loaded<[VariableUse]> {
    var options = options
    options.interpolation = .literal
    var context = LoadingContext(tree: tree, environment: environment, options: options)
    let environment = environment
    let assembly = ModelAssembly(directory: stack.directory, isCanonical: false) { environment[$0] }
    guard let model = try assembly.run(stack.files, &context) else { return Loaded(nil, context.diagnostics) }
    var uses: [VariableUse] = []
    collectUses(in: model, into: &uses, &context)
    return Loaded(uses, context.diagnostics)
  }

  private func collectUses(in value: SourcedValue, into uses: inout [VariableUse], _ context: inout LoadingContext) {
    switch value.content {
    case .mapping(let pairs):
      for value in pairs.values { collectUses(in: value, into: &uses, &context) }
    case .sequence(let items):
      for item in items { collectUses(in: item, into: &uses, &context) }
    case .scalar(.string(let text)):
      do throws(InterpolationError) {
        uses += try VariableReference.all(in: text).map { VariableUse(reference: $0, origin: value.origin.origin) }
      } catch {
        context.report(error, in: value)
      }
    case .scalar: break
    }
  }
}
