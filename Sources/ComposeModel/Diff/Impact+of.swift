extension Impact {
  /// Works out what `diff` does.
  ///
  /// - Parameters:
  ///   - diff: What differs.
  ///   - old: The version that runs, nil when there is none.
  ///   - new: The version that is to run, nil when there is none any more.
  ///   - release: The release of Docker Compose that applies it.
  /// - Returns: What happens to containers, data and ports.
  /// - Complexity: O(*n* log *n*) in the size of both versions.
  public static func of(
    _ diff: StackDiff,
    old: ComposeProject?,
    new: ComposeProject?,
    for release: ComposeRelease = .five
  ) -> Impact {
    let sides = Sides(old: old, new: new, for: release)
    return Impact(services: sides.serviceImpacts(of: diff), data: sides.dataRisks(), ports: sides.portChanges())
  }
}
