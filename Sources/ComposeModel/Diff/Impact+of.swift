extension Impact {
  /// Works out what `diff` does.
  ///
  /// - Complexity: O(*n*) in the size of both versions.
  public static func of(_ diff: StackDiff, old: ComposeProject?, new: ComposeProject?) -> Impact {
    let sides = Sides(old: old, new: new)
    return Impact(services: sides.serviceImpacts(of: diff), data: sides.dataRisks(), ports: sides.portChanges())
  }
}
