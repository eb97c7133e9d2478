import ComposeModel
import SourceDiagnostics

extension PolicyReader {
  /// One exception; nil where it lacks a part it needs.
  mutating func exception(_ node: YAMLNode) -> PolicyException? {
    var (rule, path, reason, until) = (RuleID?.none, PathPattern?.none, String?.none, CalendarDate?.none)
    let pairs = pairs(of: node, in: "an exception", named: ["rule", "path", "reason", "until"])
    for (key, value) in pairs {
      switch key {
      case "rule": rule = adjustableRule(value)
      case "path": path = text(of: value, in: key, meaning: "a path").map { PathPattern($0) }
      case "reason": reason = self.reason(value)
      default: until = date(value)
      }
    }
    for (key, help) in Self.parts where !pairs.contains(where: { $0.key == key }) {
      report(.incompleteException, "this exception has no \(key.quoted)", at: node, help: help)
    }
    guard let rule, let path, let reason, let until else { return nil }
    let place = Diagnostic.Label(file, node.bytes)
    return PolicyException(rule: rule, path: path, reason: reason, until: until, place: place)
  }

  private static let parts = [
    ("rule", "name the rule that is to stay silent"),
    ("path", "say where it holds, such as `media/**`"),
    ("reason", "say why it is accepted"),
    ("until", "name the last day on which it holds, such as 2027-01-31"),
  ]

  private mutating func adjustableRule(_ node: YAMLNode) -> RuleID? {
    guard let rule = rule(named: node) else { return nil }
    if rule.isAdjustable { return rule.id }
    report(.fixedRule, "\(rule.id.rawValue.quoted) allows no exception", at: node, help: "remove the exception")
    return nil
  }

  private mutating func reason(_ node: YAMLNode) -> String? {
    guard let reason = text(of: node, in: "reason", meaning: "a sentence") else { return nil }
    if !reason.allSatisfy(\.isWhitespace) { return reason }
    report(.incompleteException, "the reason is blank", at: node, help: "say why it is accepted")
    return nil
  }

  private mutating func date(_ node: YAMLNode) -> CalendarDate? {
    guard let text = text(of: node, in: "until", meaning: "a day") else { return nil }
    if let date = CalendarDate(text) { return date }
    report(.unknownDate, "\(text.quoted) is not a day of the calendar", at: node, help: "write the day as 2027-01-31")
    return nil
  }
}
