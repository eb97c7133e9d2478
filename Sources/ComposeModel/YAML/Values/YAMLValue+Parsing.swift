internal import SourceDiagnostics

extension YAMLValue {
  /// The value that a text on a command line means: `nginx:1.27`, `true`, `8080`, `[a, b]`, `{a: 1}`, `"8080"`.
  ///
  /// Text that begins with a bracket or a quote is read as YAML; any other text is one scalar, whatever it holds. The
  /// empty text is an empty string.
  ///
  /// - Throws: ``YAMLValueError`` where a bracket or a quote isn't closed, or something follows it.
  public init(parsing text: String) throws(YAMLValueError) {
    guard let first = text.utf8.first, "[{\"'".utf8.contains(first) else {
      self = text.isEmpty ? .string("") : Self(YAMLScalar(plain: text))
      return
    }
    let loaded = ComposeDocument.parse(Array(text.utf8), file: "", limits: YAMLLimits(bytes: 1 << 20))
    guard let document = loaded.value, let root = document.root, loaded.diagnostics.isEmpty else {
      throw YAMLValueError(reason: loaded.diagnostics.first?.message ?? "nothing is there")
    }
    let isWhole = document.roots.count == 1 && root.bytes.lowerBound == 0
    guard isWhole, root.style == .flow || root.style.isQuoted, document.comments.isEmpty else {
      throw YAMLValueError(reason: "something follows the end of the value")
    }
    self = Self(root)
  }
}

/// Why a text is no value.
public struct YAMLValueError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What is wrong with it.
  public var reason: String

  /// One sentence, which doesn't repeat the text: it may be a secret.
  public var description: String { "can't read the value: \(reason)" }
}
