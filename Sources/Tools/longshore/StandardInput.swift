import FoundationEssentials
import GitOpsKit

/// What a person or another program sends.
enum StandardInput {
  /// Everything, up to `limit` bytes.
  ///
  /// - Throws: ``GitOpsError`` when there is more.
  static func read(limit: Int = 4 << 20) throws -> [UInt8] {
    var text = ""
    while let line = readLine(strippingNewline: false) {
      text += line
      guard text.utf8.count <= limit else {
        throw GitOpsError(
          code: .tooLarge,
          operation: "read standard input",
          reason: "it is larger than \(limit >> 20) MiB"
        )
      }
    }
    return Array(text.utf8)
  }
}
