import Foundation
import SourceDiagnostics
import Testing
import ToolConsole

@Suite struct `Diagnostic codes` {
  private static let declared: Set<String> = Set(
    ProjectFiles.sources.flatMap { source in
      source.code.compactMap { $0.firstMatch(of: /DiagnosticCode = "([a-z-]+\/[a-z0-9-]+)"/).map { String($0.1) } }
    }
  )

  @Test func `each has a page`() {
    let pages = Set(Explanation.all.map(\.code.rawValue))
    #expect(Self.declared.subtracting(pages).sorted() == [])
    #expect(pages.subtracting(Self.declared).sorted() == [])
  }

  @Test func `each is tested, by its name, its symbol or its whole message`() {
    let tests = ProjectFiles.tests.filter { !$0.path.hasSuffix("/CodeTests.swift") }.map(\.text).joined()
    let untested = Self.declared.filter { code in
      let words = code.split(separator: "/").last.map(String.init) ?? code
      let symbol = words.split(separator: "-").enumerated().map { $0 == 0 ? String($1) : $1.capitalized }.joined()
      return !tests.contains("\"\(words)\"") && !tests.contains(code) && !tests.contains(".\(symbol)")
    }
    #expect(untested.subtracting(Self.testedByMessage).sorted() == Self.untested.sorted())
  }

  /// Codes whose tests compare what is said as a whole and never name the code.
  private static let testedByMessage: Set<String> = [
    "catalogue/duplicate-tag", "catalogue/unexpected-shape", "catalogue/unknown-day", "catalogue/unknown-digest",
    "catalogue/unknown-image-name", "catalogue/unknown-key", "catalogue/unknown-tag", "catalogue/unknown-version",
    "deploy/rewound-branch", "policy/fixed-rule", "policy/incomplete-exception", "policy/incomplete-policy",
    "policy/removed-healthcheck", "policy/unexpected-shape", "policy/unknown-date", "policy/unknown-level",
    "policy/unknown-rule", "policy/wide-change", "tree/too-deep", "tree/unreadable-file", "yaml/alias-expansion",
    "yaml/duplicate-key", "yaml/merge-value", "yaml/too-many-nodes", "yaml/undefined-alias",
  ]

  /// Codes that no test provokes yet: this one takes a history of two thousand commits.
  private static let untested: Set<String> = ["deploy/long-history"]
}
