import FuzzKit
import Glibc

/// Tries whether we accept, refuse and read files as libyaml does, and keep their bytes.
@main enum FuzzAgreement {
  static func main() async {
    let program = "fuzz-agreement"
    guard let options = Options(CommandLine.arguments) else {
      print(Options.usage(of: program))
      exit(2)
    }
    let corpus = Corpus(folder: options.corpus)
    print("\(corpus.files.count) real files, the others are made up")
    let status = await Campaign(program, options).run { random in
      let bytes = Mutation.apply(to: corpus.sample(&random), from: corpus, &random)
      // A hang can't show its bytes later.
      if options.only != nil { print("bytes: \"\(bytes.escaped)\"") }
      switch Agreement.judge(bytes) {
      case .accepted: return .counted("accepted")
      case .refused: return .counted("refused")
      case .refusedByUs: return .counted("refused by us alone")
      case .different(let what):
        let smallest = Minimiser.smallest(bytes) { file in
          if case .different = Agreement.judge(file) { true } else { false }
        }
        guard case .different(let simplest) = Agreement.judge(smallest) else { return .wrong(what, bytes) }
        return .wrong(simplest, smallest)
      }
    }
    exit(status)
  }
}
