extension UInt8 {
  /// Whether it is an ASCII digit.
  var isDigit: Bool { (0x30...0x39).contains(self) }

  /// Whether it is an ASCII digit of base 16, in either case.
  var isHexDigit: Bool { isDigit || (0x41...0x46).contains(self) || (0x61...0x66).contains(self) }

  /// Whether it is an ASCII letter or digit.
  var isAlphanumeric: Bool { (0x41...0x5A).contains(self) || isLowerAlphanumeric }

  /// Whether it is a small ASCII letter or a digit.
  var isLowerAlphanumeric: Bool { (0x61...0x7A).contains(self) || isDigit }
}
