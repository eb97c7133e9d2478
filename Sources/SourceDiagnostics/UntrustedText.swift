/// Text that someone outside wrote: release notes, logs, issues, the output of a model or a program.
///
/// It can't be interpolated by accident: it prints as a placeholder. ``escaped(limit:)`` makes it safe for a terminal and
/// ``fenced(limit:)`` for Markdown or a prompt.
public struct UntrustedText: Sendable, Hashable {
  private let text: String

  /// Marks `text` as somebody else's.
  public init(_ text: String) { self.text = text }

  /// Whether there is nothing in it but white space.
  public var isBlank: Bool { text.allSatisfy(\.isWhitespace) }

  /// The text with control and bidirectional characters made visible, at most `limit` Unicode scalars of it.
  ///
  /// Line breaks and tabs stay. Where text was cut an ellipsis says so.
  public func escaped(limit: Int = 10_000) -> String {
    var out = String(String.UnicodeScalarView(text.unicodeScalars.prefix(limit).map(\.visibleInText)))
    if text.unicodeScalars.count > limit { out += "…" }
    return out
  }

  /// The escaped text between two Markdown fences that nothing inside it can close.
  public func fenced(limit: Int = 10_000) -> String {
    let escaped = escaped(limit: limit)
    var longest = 0
    var run = 0
    for character in escaped {
      run = character == "`" ? run + 1 : 0
      longest = max(longest, run)
    }
    let fence = String(repeating: "`", count: max(3, longest + 1))
    return "\(fence)text\n\(escaped)\(escaped.hasSuffix("\n") ? "" : "\n")\(fence)"
  }
}

extension UntrustedText: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// A placeholder with the length, never the text.
  public var description: String { "<untrusted text, \(text.utf8.count) bytes>" }
  /// A placeholder with the length, never the text.
  public var debugDescription: String { description }
  /// A mirror without children.
  public var customMirror: Mirror { Mirror(self, children: []) }
}
