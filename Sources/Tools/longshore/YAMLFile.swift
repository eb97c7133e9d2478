import ComposeModel
import FoundationEssentials
import GitOpsKit
import SourceDiagnostics
import ToolConsole

/// A YAML file that a person named on the command line.
struct YAMLFile {
  let name: String
  let bytes: [UInt8]

  private static let sizeLimit = 16 << 20

  init(at name: String) throws {
    let operation = "read \(name.neutralised)"
    let files = FileManager.default
    guard files.fileExists(atPath: name) else {
      throw GitOpsError(code: .unreadableFile, operation: operation, reason: "there is no such file")
    }
    // Asked before it is read: a device or a pipe has no end.
    let attributes = try? files.attributesOfItem(atPath: URL(filePath: name).resolvingSymlinksInPath().path)
    guard attributes?[.size] as? Int ?? 0 <= Self.sizeLimit else {
      throw GitOpsError(code: .tooLarge, operation: operation, reason: "it is larger than \(Self.sizeLimit >> 20) MiB")
    }
    guard attributes?[.type] as? FileAttributeType == .typeRegular, let data = files.contents(atPath: name) else {
      throw GitOpsError(code: .unreadableFile, operation: operation, reason: "it isn't a file that may be read")
    }
    self.name = name
    bytes = Array(data)
  }

  /// The file as a document; what is wrong with it is printed and ends the program.
  func document(_ console: Console, format: AnswerFormat = .text) throws -> ComposeDocument {
    let parsed = ComposeDocument.parse(bytes, file: name)
    guard let document = parsed.value, !parsed.diagnostics.containsError else {
      try refuse(parsed.diagnostics, console, format)
      throw ExitStatus.findings
    }
    return document
  }

  /// Says what is wrong with the file or with what was to be done to it.
  func refuse(_ diagnostics: [Diagnostic], _ console: Console, _ format: AnswerFormat) throws {
    switch format {
    case .text: console.complain(diagnostics, sources: [name: source])
    case .json: try console.report(diagnostics, sources: [name: source], format: .json)
    }
  }

  /// The file for excerpts, its secrets hidden.
  var source: SourceText {
    SourceText(bytes, redactions: CredentialShape.redactions(in: bytes, file: name))
  }

  /// Puts `bytes` in the file's place in one step, keeping its mode and owner.
  ///
  /// A link is followed, so that the file it leads to is the one that changes.
  func replace(with bytes: [UInt8]) throws {
    do throws(FileReplacementError) {
      try FileReplacement.replace(name, with: bytes)
    } catch {
      let operation = "write \(name.neutralised)"
      throw GitOpsError(code: .unreadableFile, operation: operation, reason: error.description)
    }
  }
}
