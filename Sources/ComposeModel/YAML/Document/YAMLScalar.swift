/// What a scalar means.
public enum YAMLScalar: Sendable, Hashable {
  /// Nothing: an empty value, `~` or `null`.
  case null
  /// `true` or `false`.
  case bool(Bool)
  /// A whole number.
  case int(Int)
  /// Any other number.
  case float(Double)
  /// Text.
  case string(String)
}

extension YAMLScalar {
  /// What `text` means when it is written in `style` after `tag`, as `go.yaml.in/yaml` resolves it.
  ///
  /// Tags that aren't YAML's own, such as `!override`, change nothing. Timestamps stay text.
  init(resolving text: String, style: YAMLStyle, tag: String?) {
    switch tag {
    case "!!str", "!!binary": self = .string(text)
    case "!!null" where text.isEmpty: self = .null
    case "!!int", "!!bool", "!!null", "!!timestamp": self = Self(plain: text)
    case "!!float":
      let value = Self(plain: text)
      if case .int(let number) = value { self = .float(Double(number)) } else { self = value }
    default: self = style == .plain ? Self(plain: text) : .string(text)
    }
  }

  /// What `text` means when it is written without quotes.
  init(plain text: String) {
    switch text.utf8.first {
    case nil, UInt8(ascii: "~"), UInt8(ascii: "n"), UInt8(ascii: "N"):
      self = ["", "~", "null", "Null", "NULL"].contains(text) ? .null : .string(text)
    case UInt8(ascii: "t"), UInt8(ascii: "T"):
      self = ["true", "True", "TRUE"].contains(text) ? .bool(true) : .string(text)
    case UInt8(ascii: "f"), UInt8(ascii: "F"):
      self = ["false", "False", "FALSE"].contains(text) ? .bool(false) : .string(text)
    case UInt8(ascii: "."):
      self = Self(special: text) ?? floatingPoint(text).map(Self.float) ?? .string(text)
    case UInt8(ascii: "+"), UInt8(ascii: "-"), .some(UInt8(ascii: "0")...UInt8(ascii: "9")):
      let digits = text.utf8.count <= 400 ? text.filter { $0 != "_" } : ""
      self = Self(special: text) ?? Self(number: digits) ?? .string(text)
    default: self = .string(text)
    }
  }

  private init?(special text: String) {
    switch text {
    case ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF": self = .float(.infinity)
    case "-.inf", "-.Inf", "-.INF": self = .float(-.infinity)
    case ".nan", ".NaN", ".NAN": self = .float(.nan)
    default: return nil
    }
  }

  private init?(number text: String) {
    if let int = wholeNumber(text) {
      self = .int(int)
    } else if let float = largeWholeNumber(text) ?? floatingPoint(text) {
      self = .float(float)
    } else {
      return nil
    }
  }
}

/// The digits of a whole number, their base and sign: `0x1F`, `0o17`, `017`, `-0b11`.
private func digitsOfWholeNumber(_ text: String) -> (sign: String, digits: Substring, radix: Int)? {
  let sign = text.hasPrefix("-") ? "-" : ""
  let rest = text.first == "-" || text.first == "+" ? text.dropFirst() : text[...]
  let number: (digits: Substring, radix: Int) =
    switch (rest.first, rest.dropFirst().first) {
    case ("0", "x"), ("0", "X"): (rest.dropFirst(2), 16)
    case ("0", "o"), ("0", "O"): (rest.dropFirst(2), 8)
    case ("0", "b"), ("0", "B"): (rest.dropFirst(2), 2)
    case ("0", .some): (rest.dropFirst(), 8)
    default: (rest, 10)
    }
  // What follows the sign or the prefix must not be a sign again.
  guard number.digits.first?.isHexDigit == true else { return nil }
  return (sign, number.digits, number.radix)
}

private func wholeNumber(_ text: String) -> Int? {
  digitsOfWholeNumber(text).flatMap { Int($0.sign + $0.digits, radix: $0.radix) }
}

/// A positive number that needs 64 bits without a sign.
private func largeWholeNumber(_ text: String) -> Double? {
  guard let number = digitsOfWholeNumber(text), number.sign.isEmpty, !text.hasPrefix("+") else { return nil }
  return UInt64(number.digits, radix: number.radix).map { Double($0) }
}

/// A number with a point or an exponent; not the hexadecimal ones, infinities and names that `Double` knows.
private func floatingPoint(_ text: String) -> Double? {
  guard text.utf8.allSatisfy({ "0123456789+-.eE".utf8.contains($0) }), let value = Double(text) else { return nil }
  return value.isFinite ? value : nil
}
