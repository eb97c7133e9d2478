public import SourceDiagnostics

/// A rule's stable name, such as `floating-tag`, as people write it in a policy file.
public struct RuleID: RawRepresentable, Sendable, Hashable, Codable, CodingKeyRepresentable {
  /// The name.
  public let rawValue: String

  /// Names a rule that may not exist.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// The rule that speaks under `code`: what follows the slash.
  public init(_ code: DiagnosticCode) {
    let name = code.rawValue.dropFirst(code.area.count + 1)
    self.init(rawValue: name.isEmpty ? code.rawValue : String(name))
  }
}

extension RuleID: ExpressibleByStringLiteral {
  /// Names a rule.
  public init(stringLiteral value: String) { self.init(rawValue: value) }
}

extension RuleID: CustomStringConvertible {
  /// The name itself.
  public var description: String { rawValue }
}
