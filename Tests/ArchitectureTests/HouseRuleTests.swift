import Fixtures
import Foundation
import Testing

@Suite struct `The house rules` {
  @Test func `modules import only what they may`() {
    let everywhere: Set = ["SourceDiagnostics"]
    let allowed: [String: Set<String>] = [
      "SourceDiagnostics": [],
      "ComposeModel": ["CLibYAML", "OrderedCollections", "Synchronization"],
      "PolicyEngine": ["ComposeModel", "OrderedCollections"],
      "GitKit": ["CLibGit2", "Glibc", "Synchronization"],
      "GitTransport": ["CLibGit2", "GitKit", "Dispatch", "Glibc", "Darwin", "Musl", "Synchronization"],
      "ProcessRunner": ["Subprocess", "SystemPackage", "Glibc", "Synchronization"],
    ]
    for source in ProjectFiles.sources {
      let imports = Set(source.code.compactMap(importedModule))
      #expect(!imports.contains("Foundation"), "\(source): FoundationEssentials is enough")
      guard let allowed = allowed[source.module] else { continue }
      #expect(imports.subtracting(allowed).subtracting(everywhere).isEmpty, "\(source)")
    }
  }

  @Test func `unsafe code stands where it is counted`() {
    let budget = [
      "Sources/ComposeModel/YAML/": 70, "Sources/GitKit/": 260, "Sources/GitTransport/": 120,
      "Sources/ProcessRunner/": 4, "Sources/ToolConsole/": 1,
    ]
    var spent: [String: Int] = [:]
    for source in ProjectFiles.sources {
      let uses = source.code.count { $0.contains(/\bunsafe\b/) }
      guard uses > 0 else { continue }
      let folder = budget.keys.first { source.path.hasPrefix($0) }
      #expect(folder != nil, "\(source) has unsafe code")
      if let folder { spent[folder, default: 0] += uses }
    }
    for (folder, uses) in spent { #expect(uses <= budget[folder, default: 0], "\(folder) has \(uses) uses") }
  }

  @Test(arguments: [
    "\\btry!", "\\bas!", "\\bfatalError\\(", "\\bnonisolated\\(unsafe\\)", "\\bMARK:", "\\b(?:TODO|FIXME)\\b",
  ])
  func `words we do without`(_ words: String) throws {
    let pattern = try Regex(words)
    for source in ProjectFiles.sources {
      #expect(source.lines.allSatisfy { !$0.contains(pattern) }, "\(source)")
    }
  }

  @Test func `no file is longer than 400 lines`() {
    for source in ProjectFiles.sources + ProjectFiles.tests { #expect(source.lines.count <= 401, "\(source)") }
  }

  @Test func `an unchecked Sendable says why on its line`() {
    for source in ProjectFiles.sources {
      for line in source.code where line.contains("@unchecked Sendable") {
        #expect(line.contains("//"), "\(source): \(line)")
      }
    }
  }

  @Test func `there are tests for every module`() {
    let modules = Set(ProjectFiles.sources.filter { !$0.path.hasPrefix("Sources/Tools/") }.map(\.module))
    let tested = Set(ProjectFiles.tests.map(\.module))
    #expect(modules.allSatisfy { tested.contains("\($0)Tests") })
  }

  private func importedModule(_ line: Substring) -> String? {
    line.firstMatch(
      of: /^\s*(?:@testable |public |package |internal |private )?import (?:struct |func |enum |class )?(\w+)/
    )
    .map { String($0.1) }
  }
}
