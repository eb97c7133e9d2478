import ComposeModel
import FuzzKit

/// What a node as libyaml reads it means, told by rules of its own.
enum Meaning {
  /// Whether `node` is something else than `value`.
  static func differs(_ node: ReadNode, _ value: YAMLValue) -> Bool {
    switch value {
    case .sequence(let items):
      return node.kind != .sequence || node.children.count != items.count
        || zip(node.children, items).contains { differs($0, $1) }
    case .mapping(let pairs):
      let keys = Set(node.entries.map { $0[0].text })
      return node.kind != .mapping || node.children.count != 2 * pairs.count || keys.count != pairs.count
        || node.entries.contains { entry in pairs[entry[0].text].map { differs(entry[1], $0) } ?? true }
    case .string(let text):
      return node.kind != .scalar || node.text != text || node.style == .plain && isSpecial(text) && node.tag != "!!str"
    case .null: return !node.isNothing
    case .bool(let flag): return node.kind != .scalar || node.style != .plain || node.text.lowercased() != String(flag)
    case .int(let number):
      return node.kind != .scalar || node.style != .plain
        || Int(node.text) != number && Double(node.text) != Double(number)
    case .float(let number): return node.kind != .scalar || node.style != .plain || Double(node.text) != number
    }
  }

  /// Whether `text` without quotes is a number, a Boolean or nothing for some reader of YAML 1.2.
  private static func isSpecial(_ text: String) -> Bool {
    ["", "~", "null", "true", "false", ".inf", "-.inf", ".nan"].contains(text.lowercased())
      || Double(text) != nil && text.utf8.allSatisfy { "0123456789+-.eE".utf8.contains($0) }
      || text.hasPrefix("0x") && Int(text.dropFirst(2), radix: 16) != nil
      || text.hasPrefix("0o") && Int(text.dropFirst(2), radix: 8) != nil
  }
}
