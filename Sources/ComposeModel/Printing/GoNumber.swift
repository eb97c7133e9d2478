/// Numbers as Go writes them, which decides what a number becomes where text belongs.
enum GoNumber {
  /// The shortest decimal text that means `number`: `0.5`, `1e+06`, `+Inf` (Go's verb `%v`).
  static func shortest(_ number: Double) -> String {
    guard number.isFinite else { return number.isNaN ? "NaN" : number < 0 ? "-Inf" : "+Inf" }
    let (digits, exponent) = decimal(abs(number))
    let sign = number.sign == .minus ? "-" : ""
    guard exponent < -4 || exponent >= 6 else { return sign + plain(digits, exponent) }
    let fraction = digits.dropFirst()
    let power = abs(exponent) < 10 ? "0\(abs(exponent))" : "\(abs(exponent))"
    let mantissa = digits.prefix(1) + (fraction.isEmpty ? "" : ".\(fraction)")
    return "\(sign)\(mantissa)e\(exponent < 0 ? "-" : "+")\(power)"
  }

  /// The shortest decimal text that means `number` in JSON: `1000000`, `1e+21`.
  static func json(_ number: Double) -> String {
    guard number.isFinite else { return "null" }
    let (digits, exponent) = decimal(abs(number))
    if number != 0, exponent < -6 || exponent >= 21 { return shortest(number) }
    return (number < 0 ? "-" : "") + plain(digits, exponent)
  }

  /// The digits without zeros at the end, and the power of ten of the first.
  private static func decimal(_ number: Double) -> (digits: String, exponent: Int) {
    let text = "\(number)"
    let parts = text.split(separator: "e", maxSplits: 1)
    let mantissa = parts[0].split(separator: ".", maxSplits: 1)
    let whole = mantissa[0]
    let fraction = mantissa.count > 1 ? mantissa[1] : ""
    let all = whole + fraction
    let leading = all.prefix { $0 == "0" }.count
    let power = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
    let significant = all.dropFirst(leading)
    let trailing = significant.reversed().prefix { $0 == "0" }.count
    let digits = significant.dropLast(trailing)
    return digits.isEmpty ? ("0", 0) : (String(digits), power + whole.count - 1 - leading)
  }

  private static func plain(_ digits: String, _ exponent: Int) -> String {
    if exponent < 0 { return "0." + String(repeating: "0", count: -exponent - 1) + digits }
    guard digits.utf8.count > exponent + 1 else {
      return digits + String(repeating: "0", count: exponent + 1 - digits.utf8.count)
    }
    return "\(digits.prefix(exponent + 1)).\(digits.dropFirst(exponent + 1))"
  }
}
