/// What couldn't be done with a repository, in the words of the person who asked.
public struct GitError: Error, Sendable, Hashable {
  /// What a caller can act on.
  public let code: Code
  /// What was asked for, in words that follow "can't", such as `open repository /srv/git/homelab.git`.
  public let operation: String
  /// Why it can't be done, on one line.
  public let reason: String
  /// What to do about it, where there is something to do.
  public let help: String?

  /// Describes a refusal; line breaks and control characters in the texts are replaced.
  public init(code: Code, operation: String, reason: String, help: String? = nil) {
    self.code = code
    self.operation = Self.oneLine(operation)
    self.reason = Self.oneLine(reason)
    self.help = help.map { Self.oneLine($0) }
  }

  /// The text on one line, without control characters and not longer than `limit`: it may come from a server.
  package static func oneLine(_ text: String, limit: Int = 500) -> String {
    var line = ""
    for scalar in text.unicodeScalars.prefix(limit) {
      switch scalar {
      case "\n", "\r", "\t": line.unicodeScalars.append(" ")
      case _ where scalar.properties.generalCategory == .control || scalar.properties.generalCategory == .format:
        line.unicodeScalars.append("\u{fffd}")
      default: line.unicodeScalars.append(scalar)
      }
    }
    while line.last == " " { line.removeLast() }
    return text.unicodeScalars.count > limit ? line + "…" : line
  }
}

extension GitError: CustomStringConvertible {
  /// One sentence: `can't OPERATION: REASON`.
  public var description: String { "can't \(operation): \(reason)" }
}
