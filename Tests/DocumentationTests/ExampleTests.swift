import Foundation
import Testing

@Suite struct `The documents' Swift code` {
  /// A block marked `swift` after a comment that names the file it is taken from.
  struct Excerpt: Sendable, CustomStringConvertible {
    let file: String
    let lines: [String]
    var description: String { file }
  }

  private static let excerpts = (["README.md", "GUIDE.md"] + Documents.articles).flatMap { all(in: Documents.text($0)) }

  @Test(arguments: excerpts)
  func `stands in an example that is compiled`(_ excerpt: Excerpt) {
    let source = Documents.text(excerpt.file).split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.trimmingCharacters(in: .whitespaces) }
    let wanted = excerpt.lines.map { $0.trimmingCharacters(in: .whitespaces) }
    let starts = source.indices.filter { source[$0...].starts(with: wanted) }
    #expect(!starts.isEmpty, "\(excerpt.file) has no such lines in a row")
  }

  @Test func `is there`() {
    #expect(!Self.excerpts.isEmpty)
  }

  private static func all(in document: String) -> [Excerpt] {
    let lines = document.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    return lines.indices.filter { lines[$0] == "```swift" }.map { start in
      let name = start > 0 ? lines[start - 1].firstMatch(of: /<!-- (\S+) -->/).map { String($0.1) } : nil
      return Excerpt(file: name ?? "unnamed", lines: Array(lines[(start + 1)...].prefix { $0 != "```" }))
    }
  }
}
