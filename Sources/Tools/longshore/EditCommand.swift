import ArgumentParser
import ComposeModel
import FoundationEssentials
import SourceDiagnostics
import ToolConsole

/// `longshore edit`: one change to a YAML file that leaves every other byte alone.
struct EditCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "edit",
    abstract: "Changes a YAML file at a path and leaves every other byte as it is.",
    discussion: """
      Examples:
        longshore edit compose.yaml set services.web.image nginx:1.27
        longshore edit compose.yaml insert services.web.restart unless-stopped --after image
        longshore edit compose.yaml append services.web.ports '"8080:80"'
        longshore edit compose.yaml remove 'services."my.app".ports[0]'
        longshore edit compose.yaml rename services.web frontend
        longshore edit compose.yaml --patch edits.json

      Exit status: 1 when the edit is refused; the file is then as it was.
      """
  )

  /// What an edit does.
  enum Operation: String, CaseIterable, ExpressibleByArgument {
    case set
    case insert
    case append
    case rename
    case remove
  }

  @Argument(help: "The file.") var file: String
  @Argument(help: "set, insert, append, rename or remove.") var operation: Operation?
  @Argument(help: "Where: services.web.ports[0]; keys with dots or brackets in quotes.") var path: String?
  @Argument(help: "The value as YAML, or the new name.") var value: String?
  @Option(help: "For insert: the key to stand after.") var after: String?
  @Option(help: "For insert: the key to stand before.") var before: String?
  @Option(help: "A file with edits as JSON, or - for standard input.") var patch: String?
  @Flag(help: "Prints the changed lines.") var diff = false
  @Flag(help: "Writes nothing; says whether the edit can be made.") var check = false

  func run() throws {
    let console = Console()
    let file = try YAMLFile(at: file)
    let document = try file.document(console)
    let edits = try edits()
    let edited: ComposeDocument
    do throws(EditRefusal) {
      edited = try document.applying(edits)
    } catch {
      console.complain([error.diagnostic], sources: [file.name: file.source])
      throw ExitStatus.findings
    }
    if diff { console.write(LineDifference(from: file.source, to: source(of: edited)).text(console.outputTheme)) }
    if !check, edited.bytes != file.bytes { try file.replace(with: edited.bytes) }
  }

  private func source(of document: ComposeDocument) -> SourceText {
    SourceText(
      document.bytes,
      redactions: CredentialShape.redactions(in: document.bytes, file: document.file)
    )
  }

  private func edits() throws -> [Edit] {
    guard after == nil && before == nil || operation == .insert else {
      throw ValidationError("--after and --before are for insert")
    }
    if let patch { return try patchedEdits(patch) }
    guard let operation, let path else {
      throw ValidationError("say what to do and where: set services.web.image VALUE")
    }
    return [try edit(operation, at: parsed { () throws(YAMLPathError) in try YAMLPath(parsing: path) })]
  }

  private func patchedEdits(_ name: String) throws -> [Edit] {
    guard operation == nil else { throw ValidationError("--patch brings the edits: leave the operation away") }
    let data = try PatchInput.read(name)
    do {
      return try JSONDecoder().decode(YAMLPatch.self, from: data).edits
    } catch is DecodingError {
      let shape = #"{"edits": [{"op": "set", "path": "services.web.image", "value": "nginx:1.27"}]}"#
      throw ValidationError("\(name.neutralised) holds no edits; write \(shape)")
    }
  }

  private func edit(_ operation: Operation, at path: YAMLPath) throws -> Edit {
    switch operation {
    case .remove:
      guard value == nil else { throw ValidationError("remove takes a path and no value") }
      return .remove(path)
    case .rename:
      guard let value else { throw ValidationError("rename needs the new name") }
      return .rename(path, to: value)
    case .set: return .set(path, try parsedValue())
    case .append: return .append(path, try parsedValue())
    case .insert: return .insert(path, try parsedValue(), at: try place())
    }
  }

  private func place() throws -> Edit.Place {
    switch (after, before) {
    case (let after?, nil): .after(after)
    case (nil, let before?): .before(before)
    case (nil, nil): .last
    default: throw ValidationError("give --after or --before, not both")
    }
  }

  private func parsedValue() throws -> YAMLValue {
    guard let value else { throw ValidationError("\(operation?.rawValue ?? "it") needs a value") }
    return try parsed { () throws(YAMLValueError) in try YAMLValue(parsing: value) }
  }

  /// What can't be read on the command line is a matter of usage.
  private func parsed<Value, Failure: Error>(_ read: () throws(Failure) -> Value) throws -> Value {
    do {
      return try read()
    } catch {
      throw ValidationError("\(error)")
    }
  }
}
