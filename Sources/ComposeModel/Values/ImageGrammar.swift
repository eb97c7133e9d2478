/// The parts of an image reference, as the distribution project's grammar has them.
enum ImageGrammar {
  /// The longest path on a host, in bytes.
  static let longestPath = 255

  /// Whether `text` is the identifier of an image: 64 digits of base 16, which no name may be.
  static func isIdentifier(_ text: Substring) -> Bool { isHex(text, count: 64) }

  /// Whether what stands before the first slash is a host and not a part of the path.
  static func isHost(_ text: Substring) -> Bool { namesHost(text) && isDomain(text) }

  /// Whether it looks like a host: a dot, a port, a capital letter, or `localhost`.
  static func namesHost(_ text: Substring) -> Bool {
    text == "localhost" || text.utf8.contains { ".:".utf8.contains($0) || (0x41...0x5A).contains($0) }
  }

  private static func isDomain(_ text: Substring) -> Bool {
    var name = text
    if text.utf8.first == UInt8(ascii: "[") {
      guard let end = text.utf8.lastIndex(of: UInt8(ascii: "]")) else { return false }
      let address = text.utf8[..<end].dropFirst()
      guard !address.isEmpty, address.allSatisfy({ $0.isHexDigit || $0 == UInt8(ascii: ":") }) else { return false }
      return isPort(text[text.utf8.index(after: end)...])
    }
    if let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")) {
      guard isPort(text[colon...]) else { return false }
      name = text[..<colon]
    }
    return name.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).allSatisfy { part in
      guard let first = part.first, let last = part.last, first.isAlphanumeric, last.isAlphanumeric else {
        return false
      }
      return part.allSatisfy { $0.isAlphanumeric || $0 == UInt8(ascii: "-") }
    }
  }

  /// Whether `text` is nothing, or a colon and digits.
  private static func isPort(_ text: Substring) -> Bool {
    text.isEmpty
      || text.utf8.count > 1 && text.utf8.first == UInt8(ascii: ":") && text.utf8.dropFirst().allSatisfy(\.isDigit)
  }

  /// Whether `text` is parts with slashes between them.
  static func isPath(_ text: Substring) -> Bool {
    text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).allSatisfy(isPathPart)
  }

  /// Whether `part` is small letters and digits, with `.`, `_`, `__` or dashes between them.
  private static func isPathPart(_ part: Substring.UTF8View) -> Bool {
    guard let first = part.first, let last = part.last, first.isLowerAlphanumeric, last.isLowerAlphanumeric else {
      return false
    }
    return part.split(whereSeparator: \.isLowerAlphanumeric).allSatisfy { separator in
      [".", "_", "__"].contains { separator.elementsEqual($0.utf8) }
        || separator.allSatisfy { $0 == UInt8(ascii: "-") }
    }
  }

  /// Whether `text` is a tag.
  static func isTag(_ text: Substring) -> Bool {
    guard let first = text.utf8.first, text.utf8.count <= 128, isWord(first) else { return false }
    return text.utf8.allSatisfy { isWord($0) || ".-".utf8.contains($0) }
  }

  private static func isWord(_ byte: UInt8) -> Bool { byte.isAlphanumeric || byte == UInt8(ascii: "_") }

  /// Whether `text` is a digest of an algorithm that registries know.
  static func isDigest(_ text: Substring) -> Bool {
    [("sha256:", 64), ("sha384:", 96), ("sha512:", 128)].contains { algorithm, count in
      text.hasPrefix(algorithm) && isHex(text.dropFirst(algorithm.count), count: count)
    }
  }

  /// Whether `text` is so many digits of base 16 without capital letters.
  private static func isHex(_ text: Substring, count: Int) -> Bool {
    text.utf8.count == count && text.utf8.allSatisfy { $0.isDigit || (0x61...0x66).contains($0) }
  }
}
