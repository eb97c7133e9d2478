import ArgumentParser
import ComposeModel
import FoundationEssentials
import GitOpsKit
import SourceDiagnostics

/// Edits that come from the command line, from a file or from standard input.
enum PatchInput {
  /// Our own edits, all on one snapshot; nil where the first document is meant because none is named.
  case edits([Edit], document: Int?)
  /// A JSON Patch, one operation after the other.
  case operations(JSONPatch)

  /// Reads the file `name`, or standard input for `-`: an array is a JSON Patch, an object a patch of ours.
  init(reading name: String) throws {
    let data = try Self.read(name)
    do {
      if data.first(where: { !" \t\r\n".utf8.contains($0) }) == UInt8(ascii: "[") {
        self = .operations(try JSONDecoder().decode(JSONPatch.self, from: data))
      } else {
        let patch = try JSONDecoder().decode(YAMLPatch.self, from: data)
        self = .edits(patch.edits, document: patch.document)
      }
    } catch let error as DecodingError {
      throw ValidationError("\(name.neutralised) holds no edits: \(error.reason)")
    }
  }

  /// What comes of `document`; `index` wins over what the patch itself says.
  func result(in document: ComposeDocument, _ index: Int?) throws(EditRefusal) -> EditResult {
    switch self {
    case .edits(let edits, let own): try document.result(of: edits, document: index ?? own ?? 0)
    case .operations(let patch): try document.result(of: patch, document: index ?? 0)
    }
  }

  private static func read(_ name: String) throws -> Data {
    name == "-" ? Data(try StandardInput.read()) : Data(try YAMLFile(at: name).bytes)
  }
}

extension DecodingError {
  /// What is wrong and in which edit, in our words where they are ours.
  fileprivate var reason: String {
    let shape = #"{"edits": [{"op": "set", "path": "services.web.image", "value": "nginx:1.27"}]} or a JSON Patch"#
    switch self {
    case .dataCorrupted(let context) where !context.codingPath.isEmpty:
      return place(context) + context.debugDescription.neutralised
    case .keyNotFound(let key, let context): return place(context) + "`\(key.stringValue)` is missing"
    case .typeMismatch(_, let context) where !context.codingPath.isEmpty,
      .valueNotFound(_, let context) where !context.codingPath.isEmpty:
      let name = context.codingPath.last.map(\.stringValue) ?? ""
      return place(context) + "`\(name.neutralised)` isn't what stands there"
    default: return "write \(shape)"
    }
  }

  private func place(_ context: Context) -> String {
    context.codingPath.lazy.compactMap(\.intValue).first.map { "edit \($0), counted from 0: " } ?? ""
  }
}
