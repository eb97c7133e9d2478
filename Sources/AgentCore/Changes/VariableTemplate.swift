/// A text with one variable in it: `nginx:${VERSION:-1.27}-alpine`.
struct VariableTemplate: Hashable {
  /// What stands before the variable.
  let before: String
  /// The variable.
  let name: String
  /// `:-` or `-`, where there is a default.
  let separator: String
  /// The default; nil where there is none.
  let fallback: String?
  /// What stands after the variable.
  let after: String

  /// Reads `text`; nil when it has no variable, several, or one that is used in another way.
  init?(_ text: String) {
    guard let dollar = text.firstIndex(of: "$"), !text[text.index(after: dollar)...].contains("$") else { return nil }
    before = String(text[..<dollar])
    var rest = text[text.index(after: dollar)...]
    let isBraced = rest.first == "{"
    if isBraced { rest = rest.dropFirst() }
    let name = rest.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") }
    guard let first = name.first, !first.isNumber else { return nil }
    self.name = String(name)
    rest = rest[name.endIndex...]
    guard isBraced else {
      (separator, fallback, after) = ("", nil, String(rest))
      return
    }
    guard let brace = rest.firstIndex(of: "}") else { return nil }
    let inside = rest[..<brace]
    after = String(rest[rest.index(after: brace)...])
    guard !inside.isEmpty else {
      (separator, fallback) = ("", nil)
      return
    }
    guard let separator = [":-", "-"].first(where: inside.hasPrefix) else { return nil }
    self.separator = separator
    fallback = String(inside.dropFirst(separator.count))
  }

  /// What the variable must be for the whole to be `text`; nil when no value would make it so.
  func value(making text: String) -> String? {
    guard text.hasPrefix(before), text.hasSuffix(after), text.count > before.count + after.count else { return nil }
    return String(text.dropFirst(before.count).dropLast(after.count))
  }

  /// The text with another default.
  func text(withFallback fallback: String) -> String { "\(before)${\(name)\(separator)\(fallback)}\(after)" }
}
