import CustomDump
import Fixtures
import Foundation
import Testing

@Suite struct `The documents' transcripts` {
  private static let transcripts = ["README.md", "GUIDE.md"].flatMap {
    Transcript.all(in: Documents.text($0), named: $0)
  }

  @Test(arguments: transcripts)
  func `print what they show`(_ transcript: Transcript) throws {
    let clone = try SampleClone()
    for step in transcript.steps {
      let answer = try clone.run(step.command)
      let printed = (answer.output + answer.errors).split(separator: "\n", omittingEmptySubsequences: false)
        .map { $0.trimmingSuffix(while: \.isWhitespace) }.map(String.init)
      let actual = printed.last == "" ? Array(printed.dropLast()) : printed
      guard !Transcript.matches(actual, step.output) else { continue }
      expectNoDifference(actual, step.output, "$ \(step.command)")
    }
  }

  @Test func `are there`() {
    #expect(!Self.transcripts.isEmpty)
  }

  @Test func `an ellipsis stands for any number of lines and nothing else`() {
    #expect(Transcript.matches(["a", "b", "c"], ["a", "…", "c"]))
    #expect(Transcript.matches(["a", "c"], ["a", "…", "c"]))
    #expect(!Transcript.matches(["a", "b"], ["a", "…", "c"]))
    #expect(!Transcript.matches(["a", "b"], ["a"]))
  }
}

extension Substring {
  fileprivate func trimmingSuffix(while predicate: (Character) -> Bool) -> Substring {
    var rest = self
    while let last = rest.last, predicate(last) { rest.removeLast() }
    return rest
  }
}
