extension ComposeProject {
  /// The project as `docker compose config` prints it.
  ///
  /// Two things that the reference prints and can't read again are written so that they can: a text whose first line is
  /// empty and whose next is indented, and the keys of `build.ssh`.
  ///
  /// - Parameter escapesDollars: Whether `$` is doubled, so that what is printed means the same when it is loaded.
  /// - Returns: YAML, its last line ended.
  /// - Complexity: O(*n* log *n*) in the size of the project.
  public func yaml(escapingDollars escapesDollars: Bool = true) -> String {
    String(decoding: YAMLPrinter.text(of: attributes, escapingDollars: escapesDollars), as: UTF8.self)
  }

  /// The project as `docker compose config --format json` prints it.
  ///
  /// Extensions inside services and resources aren't there, as in the reference; models are, which it forgets.
  ///
  /// - Parameter escapesDollars: Whether `$` is doubled, so that what is printed means the same when it is loaded.
  /// - Returns: JSON, indented by two spaces a level.
  public func json(escapingDollars escapesDollars: Bool = true) -> String {
    let text = JSONPrinter.text(
      of: attributes,
      .object(Shape.project),
      isIndented: true,
      escapingDollars: escapesDollars
    )
    return String(decoding: text, as: UTF8.self)
  }
}
