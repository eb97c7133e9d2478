import Foundation
import PolicyEngine
import Testing

@Suite struct `The table of rules` {
  @Test func `names each rule once, with its levels`() {
    let lines = Documents.text("docs/rules.md").split(separator: "\n")
    let rows = lines.filter { $0.hasPrefix("| [") }.map { row in
      row.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
    }
    for rule in [any Rule].standard {
      let row = rows.filter { $0.first == "[\(rule.id)](codes/policy/\(rule.id).md)" }
      #expect(row.count == 1, "\(rule.id)")
      #expect(row.first?[1].hasPrefix(rule.levels.agent.rawValue) == true, "\(rule.id)")
      #expect(row.first?[2] == rule.levels.person.rawValue, "\(rule.id)")
    }
    #expect(rows.count == [any Rule].standard.count)
  }
}
