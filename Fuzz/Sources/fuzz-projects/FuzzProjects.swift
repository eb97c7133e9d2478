import FuzzKit
import Glibc

/// Loads projects of files that were changed at random: nothing may crash, hang or grow without end, every diagnostic
/// stands in a file, and what loads without an error prints a text that loads and is printed the same again.
@main enum FuzzProjects {
  static func main() async {
    let program = "fuzz-projects"
    guard let options = Options(CommandLine.arguments) else {
      print(Options.usage(of: program))
      exit(2)
    }
    let corpus = Corpus(folder: options.corpus)
    print("\(corpus.files.count) real files, the others are made up")
    let status = await Campaign(program, options).run { random in
      let project = ProjectAttempt(from: corpus, &random)
      if options.only != nil { print(project.description) }
      return project.outcome
    }
    exit(status)
  }
}
