import ComposeModel
import SourceDiagnostics

extension PolicyReader {
  /// Levels by rule: `floating-tag: warn`.
  mutating func levels(_ node: YAMLNode, in section: String) -> [RuleID: LevelByRole] {
    var levels: [RuleID: LevelByRole] = [:]
    for (key, value) in keyNodes(of: node, in: section) {
      guard let rule = rule(named: key) else { continue }
      guard rule.isAdjustable else {
        let help = "remove it; a policy can't make this rule milder"
        report(.fixedRule, "the level of \(rule.id.rawValue.quoted) is fixed", at: key, help: help)
        continue
      }
      levels[rule.id] = level(value, of: rule)
    }
    return levels
  }

  /// The rule that a scalar names.
  mutating func rule(named node: YAMLNode) -> (any Rule)? {
    guard let name = node.resolved.text else { return nil }
    if let rule = rules[name] { return rule }
    report(.unknownRule, "there is no rule \(name.quoted)", at: node, insteadOf: name, among: rules.keys.sorted())
    return nil
  }

  private mutating func level(_ node: YAMLNode, of rule: any Rule) -> LevelByRole? {
    guard node.resolved.kind == .mapping else { return level(node).map { LevelByRole($0) } }
    var levels = rule.levels
    for (role, value) in pairs(of: node, in: rule.id.rawValue, named: ["agent", "person"]) {
      guard let level = level(value) else { continue }
      if role == "agent" { levels.agent = level } else { levels.person = level }
    }
    return levels
  }

  private mutating func level(_ node: YAMLNode) -> Level? {
    let names = Level.allCases.map(\.rawValue)
    guard let name = text(of: node, in: "a rule", meaning: "a level") else { return nil }
    if let level = Level(rawValue: name) { return level }
    let choices = "write one of \(names.joined(separator: ", "))"
    report(.unknownLevel, "\(name.quoted) is not a level", at: node, insteadOf: name, among: names, otherwise: choices)
    return nil
  }
}
