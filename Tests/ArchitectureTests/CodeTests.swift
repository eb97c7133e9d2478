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

  @Test func `each is tested`() {
    let names = Dictionary(
      uniqueKeysWithValues: ProjectFiles.sources.flatMap { source in
        source.code.compactMap { line in
          line.firstMatch(of: /static let (\w+): DiagnosticCode = "([a-z-]+\/[a-z0-9-]+)"/)
            .map { (String($0.2), String($0.1)) }
        }
      }
    )
    let tests = ProjectFiles.tests.map(\.text).joined()
    let untested = Self.declared.filter { code in
      !tests.contains(code) && !(names[code].map { tests.contains(".\($0)") } ?? false)
    }
    #expect(untested.sorted() == [])
  }
}
