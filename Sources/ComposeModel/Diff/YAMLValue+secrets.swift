import OrderedCollections

extension YAMLValue {
  /// The value with `•••` for all that is a secret by its key or by its form.
  func withoutSecrets(at path: YAMLPath) -> YAMLValue { withoutSecrets(under: path.last?.name) }

  private func withoutSecrets(under key: String?) -> YAMLValue {
    switch self {
    case .mapping(var pairs):
      for (key, value) in pairs { pairs[key] = value.withoutSecrets(under: key) }
      return .mapping(pairs)
    case .sequence(let items): return .sequence(Self.withoutSecrets(items))
    case .null, .bool: return self
    case .int, .float: return key.map(CredentialShape.isCredential) == true ? .string(Self.hidden) : self
    case .string(let text):
      if text.isEmpty { return self }
      return .string(key.map(CredentialShape.isCredential) == true ? Self.hidden : Self.withoutSecrets(text))
    }
  }

  private static let hidden = "•••"

  /// A list, in which an option can be followed by its value.
  private static func withoutSecrets(_ items: [YAMLValue]) -> [YAMLValue] {
    var followsOption = false
    return items.map { item in
      defer {
        followsOption =
          item.word.map {
            ($0.hasPrefix("-") || $0.hasSuffix(":")) && CredentialShape.isCredential(key: bareOption($0))
          } ?? false
      }
      return followsOption && item.word != nil ? .string(hidden) : item.withoutSecrets(under: nil)
    }
  }

  private static func withoutSecrets(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == UInt8(ascii: "=") || $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "-") })
    else {
      return text
    }
    if text.contains("-----BEGIN ") { return hidden }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.map { withoutCredentials(inURLsOf: withoutValue(of: $0)) }.joined(separator: "\n")
  }

  /// `KEY=VALUE`, `--key=value` and `key: value` without the value, where the key is a credential's.
  private static func withoutValue(of line: Substring) -> String {
    guard let separator = line.utf8.firstIndex(where: { $0 == UInt8(ascii: "=") || $0 == UInt8(ascii: ":") }) else {
      return String(line)
    }
    let key = bareOption(line[..<separator])
    guard !key.isEmpty, CredentialShape.isCredential(key: key) else { return String(line) }
    let value = line[line.index(after: separator)...]
    if value.allSatisfy(\.isWhitespace) || value.hasPrefix("//") { return String(line) }
    return line[...separator] + (value.hasPrefix(" ") ? " " : "") + hidden
  }

  /// `scheme://user:password@host` without the password.
  private static func withoutCredentials(inURLsOf line: String) -> String {
    guard line.utf8.contains(UInt8(ascii: "@")), line.contains("://") else { return line }
    var shown = ""
    var rest = Substring(line)
    while let scheme = rest.firstRange(of: "://") {
      shown += rest[..<scheme.upperBound]
      rest = rest[scheme.upperBound...]
      let authority = rest.prefix { !"/?# \t\"'".contains($0) }
      guard let at = authority.lastIndex(of: "@") else { continue }
      shown += hidden
      rest = rest[at...]
    }
    return shown + rest
  }

  private static func bareOption(_ text: some StringProtocol) -> String {
    let start = text.drop { $0 == "-" || $0 == " " || $0 == "\"" || $0 == "'" }
    return String(start.reversed().drop { $0 == " " || $0 == "\"" || $0 == "'" }.reversed())
  }
}
