extension String {
  /// The name as messages show it: in backticks, and not longer than a line.
  package var quoted: String {
    let shown = unicodeScalars.prefix(81)
    return shown.count > 80 ? "`\(String(shown.prefix(79)))…`" : "`\(self)`"
  }
}
