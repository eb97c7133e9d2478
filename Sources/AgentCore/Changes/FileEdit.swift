public import ComposeModel
import SourceDiagnostics

/// One change of one file, typed: what a model may ask for, and all that it may ask for.
public enum FileEdit: Sendable, Hashable {
  /// An edit of a YAML file.
  case compose(Edit)
  /// A new value for a variable of a dotenv file.
  case variable(String, value: String)
}

extension FileEdit: CustomStringConvertible {
  /// The edit in a few words.
  public var description: String {
    switch self {
    case .compose(let edit): edit.description
    case .variable(let name, _): "set \(name)"
    }
  }
}

extension [FileEdit] {
  /// The file with the edits made, each as the smallest change of bytes.
  ///
  /// - Throws: ``UneditableFile`` with the reason why one of them can't be made; then nothing is changed.
  func applied(to bytes: [UInt8], file: String) throws(UneditableFile) -> [UInt8] {
    var bytes = bytes
    for case .variable(let name, let value) in self {
      guard let edited = DotenvLine.replacing(name, with: value, in: bytes) else {
        throw UneditableFile(file, "the line of `\(name)` is not a plain `\(name)=value`")
      }
      bytes = edited
    }
    let edits = compactMap { if case .compose(let edit) = $0 { edit } else { nil } }
    if edits.isEmpty { return bytes }
    guard let document = ComposeDocument.parse(bytes, file: file).value else {
      throw UneditableFile(file, "it can't be read as YAML")
    }
    do {
      return try document.applying(edits).bytes
    } catch {
      throw UneditableFile(file, error.message)
    }
  }
}

/// Why a file isn't edited.
struct UneditableFile: Error, Sendable, Hashable, CustomStringConvertible {
  let file: String
  let reason: String

  init(_ file: String, _ reason: String) {
    self.file = file
    self.reason = reason
  }

  var description: String { "can't edit \(file): \(reason)" }
}
