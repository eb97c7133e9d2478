/// A terminal session in a Markdown document: commands and what they print.
struct Transcript: Sendable, CustomStringConvertible {
  /// A command and the lines after it.
  struct Step: Sendable {
    let command: String
    let output: [String]
  }

  /// The document and the line where the session begins.
  let description: String
  let steps: [Step]

  /// The sessions of `document`: fenced blocks marked `console`, whose commands follow a `$ `.
  static func all(in document: String, named name: String) -> [Transcript] {
    var transcripts: [Transcript] = []
    var lines: [String]?
    for (index, line) in document.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if line == "```console" {
        lines = []
      } else if line == "```", let block = lines {
        transcripts.append(Transcript(description: "\(name):\(index + 1 - block.count)", steps: steps(of: block)))
        lines = nil
      } else {
        lines?.append(String(line))
      }
    }
    return transcripts
  }

  /// Whether `actual` is `expected`, where a line of `…` stands for any number of lines.
  static func matches(_ actual: some Collection<String>, _ expected: some Collection<String>) -> Bool {
    guard let first = expected.first else { return actual.isEmpty }
    if first == "…" {
      let rest = expected.dropFirst()
      return (0...actual.count).contains { matches(actual.dropFirst($0), rest) }
    }
    return actual.first == first && matches(actual.dropFirst(), expected.dropFirst())
  }

  private static func steps(of block: [String]) -> [Step] {
    var steps: [Step] = []
    for line in block {
      if line.hasPrefix("$ ") {
        steps.append(Step(command: String(line.dropFirst(2)), output: []))
      } else if let last = steps.popLast() {
        steps.append(Step(command: last.command, output: last.output + [line]))
      }
    }
    return steps
  }
}
