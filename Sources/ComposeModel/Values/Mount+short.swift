extension Mount {
  /// Reads the short syntax: `[source:]target[:options]`.
  ///
  /// A source that looks like a path is one of the host; other sources are volumes. A single letter before a colon is a
  /// Windows drive, a variable in braces is one text, and options that aren't known are ignored, all as in the reference.
  ///
  /// - Throws: ``ValueError`` when `text` isn't a mount.
  public init(parsing text: String) throws(ValueError) {
    func refuse(_ reason: String) -> ValueError { ValueError("`\(text)` isn't a volume mapping: \(reason)") }
    guard !text.isEmpty else { throw refuse("it is empty") }
    // The reference doesn't look closely at texts of one or two bytes.
    guard text.utf8.count > 2 else {
      self.init(kind: .volume, source: nil, target: Self.cleaned(text))
      return
    }
    guard let fields = Self.fields(of: text) else { throw refuse("a `${` is opened and not closed") }
    guard fields.allSatisfy({ !$0.isEmpty }) else { throw refuse("there is nothing between two colons") }
    guard fields.count <= 3 else { throw refuse("it is written `[source:]target[:options]`") }
    guard fields.count > 1 else {
      self.init(kind: .volume, source: nil, target: Self.cleaned(fields[0]))
      return
    }
    self.init(kind: Self.isPath(fields[0]) ? .bind : .volume, source: fields[0], target: Self.cleaned(fields[1]))
    guard fields.count == 3 else { return }
    for option in fields[2].split(separator: ",") { apply(String(option)) }
  }

  private mutating func apply(_ option: String) {
    switch option {
    case "ro": isReadOnly = true
    case "rw": isReadOnly = false
    case "nocopy": options.nocopy = true
    default:
      options.selinux = Options.SELinuxLabel(rawValue: option) ?? options.selinux
      options.propagation = Options.Propagation(rawValue: option) ?? options.propagation
    }
  }

  /// The parts between colons; nil when a variable's brace isn't closed.
  private static func fields(of text: String) -> [String]? {
    let bytes = text.utf8
    var fields: [String] = []
    var start = bytes.startIndex
    var depth = 0
    var previous: UInt8?
    for (index, byte) in zip(bytes.indices, bytes) {
      switch byte {
      case UInt8(ascii: "{") where previous == UInt8(ascii: "$"): depth += 1
      case UInt8(ascii: "}") where depth > 0: depth -= 1
      case UInt8(ascii: ":") where depth == 0 && !isDrive(text[start..<index]):
        fields.append(String(text[start..<index]))
        start = bytes.index(after: index)
      default: break
      }
      previous = byte
    }
    return depth == 0 ? fields + [String(text[start...])] : nil
  }

  /// Whether `text` is a letter alone.
  private static func isDrive(_ text: Substring) -> Bool {
    guard let letter = text.unicodeScalars.first, text.utf8.count == UTF8.width(letter) else { return false }
    switch letter.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: return true
    default: return false
    }
  }

  private static func isPath(_ source: String) -> Bool {
    let scalars = source.unicodeScalars
    guard let first = scalars.first, let second = scalars.dropFirst().first else {
      return source == "." || source == "/" || source == "~"
    }
    if first == "." || first == "/" || first == "~" || first == "\\" && second == "\\" { return true }
    return second == ":" && isDrive(Substring(scalars.prefix(1)))
  }

  /// `path` without doubled, dot and climbing parts, as Go's path.Clean makes it.
  static func cleaned(_ path: String) -> String {
    if isClean(path.utf8Span.span) { return path }
    let bytes = Array(path.utf8)
    let isAbsolute = bytes.first == UInt8(ascii: "/")
    var parts: [ArraySlice<UInt8>] = []
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "/")) ?? bytes.count
      let part = bytes[start..<end]
      start = end + 1
      if part.isEmpty || part == [UInt8(ascii: ".")] { continue }
      if part == climb, let last = parts.last, last != climb {
        parts.removeLast()
      } else if part != climb || !isAbsolute {
        parts.append(part)
      }
    }
    let joined = String(decoding: Array(parts.joined(separator: [UInt8(ascii: "/")])), as: UTF8.self)
    return isAbsolute ? "/\(joined)" : joined.isEmpty ? "." : joined
  }

  private static let climb = ArraySlice("..".utf8)

  /// Whether no part of the path is empty or begins with a dot, so that there is nothing to clean.
  private static func isClean(_ path: Span<UInt8>) -> Bool {
    guard !path.isEmpty else { return false }
    var isAtStart = path[0] != UInt8(ascii: "/")
    for index in path.indices {
      let isSlash = path[index] == UInt8(ascii: "/")
      if isAtStart, isSlash || path[index] == UInt8(ascii: ".") { return false }
      isAtStart = isSlash
    }
    return !isAtStart
  }
}

extension Mount: CustomStringConvertible {
  /// The short syntax, which has no ``kind`` and needs a source before options.
  public var description: String {
    let words =
      (isReadOnly ? ["ro"] : []) + [options.selinux?.rawValue, options.propagation?.rawValue].compactMap(\.self)
      + (options.nocopy ? ["nocopy"] : [])
    let start = source.map { "\($0):" } ?? ""
    guard !words.isEmpty else { return start + target }
    // A letter alone before the options would be a drive.
    let path = Self.isDrive(target[...]) ? "./\(target)" : target
    return "\(start)\(path):\(words.joined(separator: ","))"
  }
}
