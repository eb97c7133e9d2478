internal import OrderedCollections

/// Writes values within brackets, on one line.
struct FlowWriter {
  /// Writes the scalars.
  var scalars: ScalarWriter
  /// Whether a blank stands inside of braces.
  var padsBraces = false

  /// Writes with the quotes of `scalars`.
  init(_ scalars: ScalarWriter, padsBraces: Bool = false) {
    self.scalars = scalars
    self.scalars.isInFlow = true
    self.padsBraces = padsBraces
  }

  /// `value` on one line.
  func text(_ value: YAMLValue, like style: YAMLStyle = .plain) -> String {
    switch value {
    case .sequence(let items): return "[\(items.map { text($0) }.joined(separator: ", "))]"
    case .mapping(let pairs):
      let inner = pairs.map { pair($0.key, $0.value) }.joined(separator: ", ")
      return padsBraces && !inner.isEmpty ? "{ \(inner) }" : "{\(inner)}"
    default: return scalars.text(value, like: style) ?? "null"
    }
  }

  /// `key: value`.
  func pair(_ key: String, _ value: YAMLValue, like style: YAMLStyle = .plain) -> String {
    "\(scalars.text(key, like: .plain)): \(text(value, like: style))"
  }
}
