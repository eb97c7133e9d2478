import ComposeModel
import SourceDiagnostics

/// What a YAML file looks like from above.
enum ComposeShape {
  /// The keys of which a Compose file has one at its top level.
  private static let keys = ["services", "include"]

  /// Whether a YAML file is meant as a Compose file: it has services at its top level, also when it can't be parsed.
  static func isLikely(_ bytes: [UInt8], file: String) -> Bool {
    // Whatever has the key has its letters; most YAML files don't, and need no parsing.
    guard keys.contains(where: { bytes.contains(word: $0) }) else { return false }
    guard let document = ComposeDocument.parse(bytes, file: file).value else {
      return keys.contains { bytes.hasLine(beginningWith: $0 + ":") }
    }
    return document.root.map { root in
      root["services"]?.resolved.kind == .mapping || root["include"]?.resolved.kind == .sequence
    } ?? false
  }
}

extension [UInt8] {
  fileprivate func contains(word: String) -> Bool {
    let word = Array(word.utf8)
    return indices.contains { self[$0] == word[0] && self[$0...].starts(with: word) }
  }

  fileprivate func hasLine(beginningWith text: String) -> Bool {
    split(separator: UInt8(ascii: "\n")).contains { $0.starts(with: text.utf8) }
  }
}
