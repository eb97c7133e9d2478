import FoundationEssentials
import GitOpsKit

/// Edits that come from a file or from standard input.
enum PatchInput {
  private static let sizeLimit = 4 << 20

  /// The bytes of the file `name`, or of standard input for `-`.
  static func read(_ name: String) throws -> Data {
    guard name == "-" else {
      let file = try YAMLFile(at: name)
      return Data(file.bytes)
    }
    var text = ""
    while let line = readLine(strippingNewline: false) {
      text += line
      guard text.utf8.count <= sizeLimit else {
        throw GitOpsError(code: .tooLarge, operation: "read standard input", reason: "it is larger than 4 MiB")
      }
    }
    return Data(text.utf8)
  }
}
