import SourceDiagnostics

extension CredentialShape {
  /// The credentials among the values, items and comments of a YAML file.
  static func yamlValues(_ bytes: [UInt8], _ file: String) -> [Range<Int>] {
    guard let document = ComposeDocument.parse(bytes, file: file).value else { return settings(in: bytes[...]) }
    var places = document.comments.flatMap { settings(in: bytes[$0]) }
    var open = document.roots.map { (node: $0, key: String?.none) }
    while let (node, key) = open.popLast() {
      switch node.kind {
      case .mapping: open += node.pairs.map { ($0.value, $0.key.text) }
      case .sequence: open += node.items.map { ($0, nil) }
      case .scalar: places += self.places(in: node, under: key, of: bytes)
      case .alias: break
      }
    }
    return places
  }

  /// The value of a credential-shaped key, or what follows `KEY=` in other text.
  private static func places(in node: YAMLNode, under key: String?, of bytes: [UInt8]) -> [Range<Int>] {
    guard let text = node.text, !text.isEmpty else { return [] }
    if let key, isCredential(key: key) {
      if case .bool = node.scalar { return [] }
      return isReference(text) ? [] : [node.bytes]
    }
    let isQuoted = node.style.isQuoted && node.bytes.count >= 2
    return settings(in: isQuoted ? bytes[node.bytes].dropFirst().dropLast() : bytes[node.bytes])
  }

  /// The credentials among the values of a dotenv file.
  static func dotenvValues(_ bytes: [UInt8], _ file: String) -> [Range<Int>] {
    let entries = DotenvFile.parse(bytes, file: file).value?.entries ?? []
    let values = entries.filter { entry in
      entry.value?.isEmpty == false && isCredential(key: entry.key)
        && !isReference(String(decoding: bytes[entry.bytes], as: UTF8.self))
    }
    return values.map(\.bytes) + settings(in: bytes[...])
  }

  /// The values of lines such as `KEY=value`, `# KEY: value` and `--key=value`.
  private static func settings(in text: ArraySlice<UInt8>) -> [Range<Int>] {
    text.split(separator: UInt8(ascii: "\n")).compactMap { line in
      guard let sign = line.firstIndex(where: { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "=") }) else {
        return nil
      }
      let key = line[..<sign].drop { $0 <= 0x20 || "#-\"'".utf8.contains($0) }
      let value = trimmed(line[(sign + 1)...])
      guard !key.isEmpty, key.count <= 128, !value.isEmpty, isCredential(key: String(decoding: key, as: UTF8.self)),
        !value.starts(with: "//".utf8), !isReference(String(decoding: value, as: UTF8.self))
      else { return nil }
      return value.startIndex..<value.endIndex
    }
  }

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var bytes = bytes.drop { $0 <= 0x20 }
    while let last = bytes.last, last <= 0x20 { bytes.removeLast() }
    if let quote = bytes.first, quote == bytes.last, bytes.count >= 2, "\"'".utf8.contains(quote) {
      return bytes.dropFirst().dropLast()
    }
    return bytes
  }

  /// The password of `scheme://user:password@host`.
  static func addressPasswords(_ bytes: [UInt8]) -> [Range<Int>] {
    var places: [Range<Int>] = []
    var rest = bytes[...]
    while let sign = rest.firstIndex(of: UInt8(ascii: ":")) {
      rest = rest[(sign + 1)...]
      guard rest.starts(with: "//".utf8) else { continue }
      rest = rest.dropFirst(2)
      let authority = rest.prefix(512).prefix { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "/") }
      guard let at = authority.lastIndex(of: UInt8(ascii: "@")),
        let colon = authority[..<at].firstIndex(of: UInt8(ascii: ":")), colon + 1 < at,
        !isReference(String(decoding: bytes[(colon + 1)..<at], as: UTF8.self))
      else { continue }
      places.append(colon + 1..<at)
    }
    return places
  }

  /// From `-----BEGIN … PRIVATE KEY-----` to the end of the line that ends it, or of the file.
  static func privateKeys(_ bytes: [UInt8]) -> [Range<Int>] {
    var places: [Range<Int>] = []
    var start: Int?
    for line in bytes.split(separator: UInt8(ascii: "\n")) where line.contains(UInt8(ascii: "-")) {
      let text = String(decoding: line, as: UTF8.self)
      if start == nil, text.contains("-----BEGIN "), text.contains("PRIVATE KEY-----") { start = line.startIndex }
      guard let begin = start, text.contains("-----END ") else { continue }
      places.append(begin..<line.endIndex)
      start = nil
    }
    return start.map { places + [$0..<bytes.count] } ?? places
  }
}
