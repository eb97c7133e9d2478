import ArgumentParser
import ComposeModel
import SourceDiagnostics
import ToolConsole

/// `longshore edit`: changes to a YAML file that leave every other byte alone.
struct EditCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "edit",
    abstract: "Changes a YAML file at a path and leaves every other byte as it is.",
    usage: """
      longshore edit <file> <edit> [--and <edit> ...] [<options>]
      longshore edit <file> --patch <patch> [<options>]
      """,
    discussion: """
      Edits:
        set PATH VALUE      the value of a key or item
        insert PATH VALUE   a new key or item, last unless PLACE says where
        append PATH VALUE   a new item at the end of a list
        rename PATH NAME    another name for a key
        move PATH PLACE     another place in the same mapping or list
        remove PATH         a key or item with its comments
        comment PATH TEXT   a comment --beside or --above; --none removes it

      PLACE is --first, --last, --before KEY, --after KEY or --in-order; an
      item's KEY is its index. Paths are written services.web.ports[0], keys
      with dots, brackets or blanks in quotes. Several edits are made at once
      or not at all, and each path means the file as it was.

      Examples:
        longshore edit compose.yaml set services.web.image nginx:1.27 --diff
        longshore edit compose.yaml insert services.web.tty true --after image
        longshore edit compose.yaml append services.web.ports '"8080:80"'
        longshore edit compose.yaml move services.db --before web
        longshore edit compose.yaml comment services.web.image 'see #12'
        longshore edit compose.yaml remove 'services."my.app".ports[0]'
        longshore edit compose.yaml remove services.a --and move services.b --last
        longshore edit compose.yaml --patch edits.json --check

      A patch is {"edits": [{"op": "set", "path": "a.b", "value": 1}]} or a
      JSON Patch (RFC 6902).

      Exit status: 1 when an edit is refused; the file is then as it was.
      """
  )

  @Argument(help: "The file.") var file: String
  @Argument(parsing: .allUnrecognized, help: ArgumentHelp("Edits, joined by --and.", valueName: "edit"))
  var words: [String] = []
  @Option(help: "A file with edits as JSON, or - for standard input.") var patch: String?
  @Option(help: "Which YAML document of the file, counted from 0.") var document: Int?
  @Flag(help: "Prints the changed lines.") var diff = false
  @Flag(help: "Writes nothing; says whether the edit can be made.") var check = false
  @Option(help: "text or json.") var format = AnswerFormat.text

  func validate() throws {
    guard !diff || format == .text else { throw ValidationError("--diff is for people: leave --format json away") }
    if patch == nil { _ = try sentence() }
  }

  func run() throws {
    let console = Console()
    let input = try input()
    let file = try YAMLFile(at: file)
    let before = try file.document(console, format: format)
    let result: EditResult
    do throws(EditRefusal) {
      result = try input.result(in: before, document)
    } catch {
      try file.refuse([error.diagnostic], console, format)
      throw ExitStatus.findings
    }
    let isChanged = result.document.bytes != file.bytes
    if !check, isChanged { try file.replace(with: result.document.bytes) }
    if diff {
      console.write(LineDifference(from: file.source, to: source(of: result.document)).text(console.outputTheme))
    }
    if format == .json {
      try console.json(EditAnswer(file: file.name, changes: result.changes, written: !check && isChanged))
    }
  }

  private func source(of document: ComposeDocument) -> SourceText {
    SourceText(
      document.bytes,
      redactions: CredentialShape.redactions(in: document.bytes, file: document.file)
    )
  }

  private func input() throws -> PatchInput {
    if let patch {
      guard words.isEmpty else { throw ValidationError("--patch brings the edits: leave `\(words[0])` away") }
      return try PatchInput(reading: patch)
    }
    return .edits(try sentence().edits, document: nil)
  }

  private func sentence() throws -> EditSentence {
    guard !words.isEmpty else { throw ValidationError("say what to do and where: set services.web.image VALUE") }
    do throws(EditSentenceError) {
      return try EditSentence(words)
    } catch {
      throw ValidationError(error.description.neutralised)
    }
  }
}

/// What `--format json` prints of edits that were made.
private struct EditAnswer: Encodable {
  let file: String
  let changes: [EditResult.Change]
  let written: Bool
}
