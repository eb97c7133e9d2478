/// How a text is written in YAML, as go-yaml's encoder chooses it.
enum TextStyle {
  /// As it is.
  case plain
  /// In single quotes.
  case singleQuoted
  /// In double quotes, with escapes.
  case doubleQuoted
  /// As a block behind `|`, line by line.
  case literal

  /// The style of `text` as a value, or as a key.
  ///
  /// - Complexity: One pass over the bytes, but for texts that begin like a number or a word of YAML.
  init(of text: String, isKey: Bool) {
    if Self.isSimple(text.utf8Span.span) {
      self = ScalarWords.needQuotes(text) ? .doubleQuoted : .plain
      return
    }
    let features = TextFeatures(bytes: text.utf8Span.span)
    if features.hasLineFeed, features.hasInk, !isKey {
      self = features.allowsBlock ? .literal : .doubleQuoted
    } else if features.hasLineFeed || ScalarWords.needQuotes(text) {
      self = .doubleQuoted
    } else if features.allowsPlain {
      self = .plain
    } else {
      self = features.allowsSingleQuotes ? .singleQuoted : .doubleQuoted
    }
  }
}

extension TextStyle {
  /// Whether a text is of letters, digits and what is a mark nowhere, as most are, so that only its meaning decides.
  private static func isSimple(_ bytes: Span<UInt8>) -> Bool {
    guard !bytes.isEmpty, bytes[0].isAlphanumeric || bytes[0] == UInt8(ascii: "/") else { return false }
    for index in bytes.indices {
      switch bytes[index] {
      case UInt8(ascii: "/"), Mark.dash, UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "="): continue
      case Mark.colon where index + 1 < bytes.count: continue
      case let byte where byte.isAlphanumeric: continue
      default: return false
      }
    }
    return true
  }
}

/// What about the bytes of a text decides how it can be written.
private struct TextFeatures {
  private(set) var hasLineFeed = false
  /// Whether there is anything but white space.
  private(set) var hasInk = false
  private var hasIndicator = false
  private var hasTab = false
  private var hasSpecial = false
  private var beginsOrEndsBlank = false
  private var endsInSpace = false
  private var hasSpaceAfterBreak = false
  private var hasSpaceBeforeBreak = false
  private var hasBreak = false

  var allowsPlain: Bool {
    !(hasIndicator || hasTab || hasSpecial || beginsOrEndsBlank || hasSpaceAfterBreak || hasSpaceBeforeBreak
      || hasBreak)
  }

  var allowsSingleQuotes: Bool { !(hasTab || hasSpecial || hasSpaceAfterBreak || hasSpaceBeforeBreak) }

  var allowsBlock: Bool { !(hasSpecial || endsInSpace || hasSpaceBeforeBreak) }

  init(bytes: Span<UInt8>) {
    let count = bytes.count
    guard count > 0 else { return }
    var previous = Kind.blank
    var isAfterBreak = false
    var isAfterSpace = false
    if count >= 3, bytes[0] == bytes[1], bytes[1] == bytes[2], bytes[0] == Mark.dash || bytes[0] == UInt8(ascii: ".") {
      hasIndicator = true
    }
    var index = 0
    while index < count {
      let byte = bytes[index]
      let width = Self.width(byte)
      let next = index + width
      let isLast = next >= count
      let kind = Kind(bytes, at: index)
      if Self.isIndicator(byte, isFirst: index == 0, after: previous, before: isLast ? .blank : Kind(bytes, at: next)) {
        hasIndicator = true
      }
      switch kind {
      case .space:
        if index == 0 || isLast { beginsOrEndsBlank = true }
        if isLast { endsInSpace = true }
        if isAfterBreak { hasSpaceAfterBreak = true }
      case .lineBreak:
        hasBreak = true
        if index == 0 || isLast { beginsOrEndsBlank = true }
        if isAfterSpace { hasSpaceBeforeBreak = true }
        if byte == Mark.lineFeed { hasLineFeed = true } else if byte != 0xE2 { hasSpecial = true }
      case .tab: hasTab = true
      case .special: hasSpecial = true
      case .ink, .blank: break
      }
      if kind == .ink || kind == .special { hasInk = true }
      (isAfterSpace, isAfterBreak) = (kind == .space, kind == .lineBreak)
      previous = kind
      index = next
    }
  }

  /// What a character is.
  private enum Kind {
    case ink
    case space
    case tab
    case lineBreak
    case special
    /// What stands before the first character and after the last.
    case blank

    init(_ bytes: Span<UInt8>, at index: Int) {
      let byte = bytes[index]
      switch byte {
      case Mark.space: self = .space
      case Mark.tab: self = .tab
      case Mark.lineFeed, Mark.carriageReturn: self = .lineBreak
      case 0x21...0x7E: self = .ink
      case 0xC2 where bytes[index + 1] == 0x85: self = .lineBreak
      case 0xC2: self = bytes[index + 1] >= 0xA0 ? .ink : .special
      case 0xE2 where bytes[index + 1] == 0x80 && (bytes[index + 2] == 0xA8 || bytes[index + 2] == 0xA9):
        self = .lineBreak
      case 0xED: self = bytes[index + 1] < 0xA0 ? .ink : .special
      case 0xEF where bytes[index + 1] == 0xBB && bytes[index + 2] == 0xBF: self = .special
      case 0xEF where bytes[index + 1] == 0xBF && bytes[index + 2] >= 0xBE: self = .special
      case 0xC3...0xEF: self = .ink
      default: self = .special
      }
    }

    var isBlank: Bool { self != .ink && self != .special }
  }

  private static func isIndicator(_ byte: UInt8, isFirst: Bool, after: Kind, before: Kind) -> Bool {
    if isFirst {
      return switch byte {
      case UInt8(ascii: "#"), UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"),
        UInt8(ascii: "}"), UInt8(ascii: "&"), UInt8(ascii: "*"), UInt8(ascii: "!"), UInt8(ascii: "|"),
        UInt8(ascii: ">"), UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "%"), UInt8(ascii: "@"),
        UInt8(ascii: "`"):
        true
      case UInt8(ascii: "?"), UInt8(ascii: ":"), Mark.dash: before.isBlank
      default: false
      }
    }
    return byte == Mark.colon && before.isBlank || byte == Mark.comment && after.isBlank
  }

  private static func width(_ byte: UInt8) -> Int {
    byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
  }
}
