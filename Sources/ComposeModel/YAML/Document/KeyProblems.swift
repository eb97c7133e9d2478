internal import SourceDiagnostics

extension DocumentStorage {
  /// Keys that one of `mappings` has twice, and values of `<<` that can't be merged: the first hundred.
  func keyProblems(in mappings: [Int]) -> [Diagnostic] {
    var problems: [Diagnostic] = []
    for index in mappings {
      var first: [String: YAMLNode] = [:]
      for pair in YAMLNode(storage: self, index: index).pairs {
        if let problem = duplicate(pair.key, of: &first) { problems.append(problem) }
        if pair.key.isMergeKey, let problem = mergeProblem(pair.value) { problems.append(problem) }
        guard problems.count < 100 else { return problems }
      }
    }
    return problems
  }

  /// What is wrong with `key` where `first` holds it already; it goes there otherwise.
  private func duplicate(_ key: YAMLNode, of first: inout [String: YAMLNode]) -> Diagnostic? {
    guard let name = key.text else { return nil }
    guard let earlier = first[name] else {
      first[name] = key
      return nil
    }
    return Diagnostic(
      .error,
      .duplicateKey,
      "`\(name)` is set twice in one mapping",
      labels: [key.label("again"), earlier.label("first set here")],
      help: name == "<<" ? "merge several mappings with one `<<: [*a, *b]`" : "keep one of them"
    )
  }

  private func mergeProblem(_ value: YAMLNode) -> Diagnostic? {
    guard value.mergeSources.contains(where: { $0.kind != .mapping }) else { return nil }
    return Diagnostic(
      .error,
      .mergeValue,
      "`<<` takes a mapping or a list of mappings",
      labels: [value.label()],
      help: "name the anchor of a mapping: `<<: *name`"
    )
  }
}
