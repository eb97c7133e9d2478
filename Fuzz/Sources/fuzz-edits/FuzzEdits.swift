import ComposeModel
import FuzzKit
import Glibc
import SourceDiagnostics

/// Tries whether an edit of any file does what it says and nothing else, or is refused.
@main enum FuzzEdits {
  static func main() async {
    let program = "fuzz-edits"
    guard let options = Options(CommandLine.arguments) else {
      print(Options.usage(of: program))
      exit(2)
    }
    let corpus = Corpus(folder: options.corpus)
    print("\(corpus.files.count) real files, the others are made up")
    let status = await Campaign(program, options).run { random in
      var bytes = corpus.sample(&random)
      if random.chance(40) { bytes = Mutation.apply(to: bytes, from: corpus, &random) }
      guard let document = ComposeDocument.parse(bytes, file: "a.yaml").value else { return .counted("not YAML") }
      guard let attempt = EditAttempt(on: document, &random) else { return .counted("empty") }
      // A hang can't show its bytes later.
      if options.only != nil { print("\(attempt)\n  bytes: \"\(bytes.escaped)\"") }
      switch attempt.judge(document) {
      case .made: return .counted("edited")
      case .refused: return .counted("refused")
      case .wrong(let what):
        let smallest = Minimiser.smallest(bytes) { file in
          guard let document = ComposeDocument.parse(file, file: "a.yaml").value else { return false }
          guard case .wrong = attempt.judge(document) else { return false }
          return true
        }
        let document = ComposeDocument.parse(smallest, file: "a.yaml").value
        guard let document, case .wrong(let simplest) = attempt.judge(document) else { return .wrong(what, bytes) }
        return .wrong(simplest, smallest)
      }
    }
    exit(status)
  }
}
