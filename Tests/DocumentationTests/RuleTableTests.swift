import PolicyEngine
import Testing

@Suite struct `The table of rules` {
  @Test func `names each rule once, with its levels`() {
    let lines = Documents.text("docs/rules.md").split(separator: "\n")
    let rows = lines.filter { $0.hasPrefix("| [") }.map { $0.split(separator: "|").map { String($0).trimmed } }
    for rule in [any Rule].standard {
      let row = rows.filter { $0.first == "[\(rule.id)](codes/policy/\(rule.id).md)" }
      #expect(row.count == 1, "\(rule.id)")
      #expect(row.first?[1].hasPrefix(rule.levels.agent.rawValue) == true, "\(rule.id)")
      #expect(row.first?[2] == rule.levels.person.rawValue, "\(rule.id)")
    }
    #expect(rows.count == [any Rule].standard.count)
  }
}

extension String {
  fileprivate var trimmed: String { String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()) }
}
