extension Unicode.Scalar {
  /// The scalar as a terminal or a page may show it: control characters as pictures, bidirectional controls as `�`.
  package var visible: Unicode.Scalar {
    switch value {
    case 0..<0x20: Unicode.Scalar(0x2400 + value) ?? "�"
    case 0x7F: "\u{2421}"
    case 0x80...0x9F, 0x061C, 0x200E, 0x200F, 0x2028, 0x2029, 0x202A...0x202E, 0x2066...0x2069: "�"
    default: self
    }
  }

  /// As ``visible``, but line breaks and tabs stay.
  package var visibleInText: Unicode.Scalar { self == "\n" || self == "\t" ? self : visible }

  /// How many terminal cells the scalar takes: 2 for wide ones, 0 for those that combine with the one before.
  package var cells: Int {
    switch value {
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
      0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
      2
    case 0x200B...0x200D, 0x2060, 0xFE00...0xFE0F, 0xFEFF: 0
    default: properties.generalCategory == .nonspacingMark || properties.generalCategory == .enclosingMark ? 0 : 1
    }
  }
}

extension String {
  /// The text on one line with nothing in it that could move a cursor or reorder a line.
  package var neutralised: String { String(String.UnicodeScalarView(unicodeScalars.map(\.visible))) }
}
