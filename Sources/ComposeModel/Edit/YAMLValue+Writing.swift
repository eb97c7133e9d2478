extension YAMLValue {
  /// The value as block YAML, each line after `columns` blanks and before a line break; nil beyond `limit` bytes.
  ///
  /// Text is quoted where a reader of YAML 1.1 or 1.2 would take it for another type, and written line by line after
  /// `|` where it has several. Values nested more than 64 deep are beyond any limit.
  public func blockYAML(indentedBy columns: Int = 0, limit: Int = 1 << 20) -> String? {
    guard size(upTo: limit, depth: 64) != nil else { return nil }
    let writer = BlockWriter(step: 2, dashOffset: 2, scalars: ScalarWriter(quotes: .doubleQuoted))
    let text = writer.lines(of: self).indented(by: columns).map { $0 + "\n" }.joined()
    return text.utf8.count <= limit ? text : nil
  }
}
