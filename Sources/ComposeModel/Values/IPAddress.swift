/// Addresses of the Internet in their usual texts.
enum IPAddress {
  /// Whether `text` is an address of IPv4 or IPv6, as Go's `net.ParseIP` takes it: without a zone, without leading zeros.
  static func isValid(_ text: String) -> Bool {
    guard text.utf8.count <= 45 else { return false }
    return text.utf8.contains(UInt8(ascii: ":")) ? isVersion6(text[...]) : isVersion4(text[...])
  }

  private static func isVersion4(_ text: Substring) -> Bool {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4
      && parts.allSatisfy { part in
        guard part.utf8.count <= 3, part.utf8.allSatisfy(\.isDigit) else { return false }
        return part.utf8.count == 1 || part.utf8.first != UInt8(ascii: "0")
          ? Int(part).map { $0 <= 255 } ?? false : false
      }
  }

  private static func isVersion6(_ text: Substring) -> Bool {
    let halves = text.split(separator: "::", omittingEmptySubsequences: false)
    guard halves.count <= 2 else { return false }
    var count = 0
    for (index, half) in halves.enumerated() where !half.isEmpty || halves.count == 1 {
      guard let groups = groups(of: half, isLast: index == halves.count - 1) else { return false }
      count += groups
    }
    return halves.count == 2 ? count < 8 : count == 8
  }

  /// How many groups of 16 bits `text` holds; nil when it holds something else.
  private static func groups(of text: Substring, isLast: Bool) -> Int? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    var count = 0
    for (index, part) in parts.enumerated() {
      if isLast, index == parts.count - 1, part.utf8.contains(UInt8(ascii: ".")) {
        guard isVersion4(part) else { return nil }
        count += 2
      } else {
        guard (1...4).contains(part.utf8.count), part.utf8.allSatisfy(\.isHexDigit) else { return nil }
        count += 1
      }
    }
    return count
  }
}
