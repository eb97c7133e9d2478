public import ComposeModel
import OrderedCollections

/// Takes secrets out of what programs print before it is written anywhere.
///
/// Whole values go that follow a name such as `password` or `api_key`, credentials inside addresses, private key blocks,
/// bearer tokens, and every value that is known to be secret.
public struct LogRedaction: Sendable {
  private let known: [String]

  /// Shorter values are words that stand everywhere.
  private static let shortestSecret = 6
  private static let mark = "•••"

  /// Knows nothing but the shapes of secrets.
  public init() { known = [] }

  /// Knows also the values that `projects` give to variables whose names say that they're secret.
  public init(knowing projects: [ComposeProject]) {
    let values = projects.flatMap { $0.services.values }.flatMap(\.environment)
      .filter { CredentialShape.isCredential(key: $0.key) }
      .compactMap(\.value)
      .filter { $0.utf8.count >= Self.shortestSecret }
    known = Set(values).sorted { $0.utf8.count > $1.utf8.count }
  }

  /// `text` with `•••` in the place of each secret.
  public func redacted(_ text: String) -> String {
    var isInKey = false
    var lines: [String] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.contains("-----BEGIN "), line.contains("PRIVATE KEY") { isInKey = true }
      lines.append(isInKey ? Self.mark : redacted(line: String(line)))
      if line.contains("-----END ") { isInKey = false }
    }
    return lines.joined(separator: "\n")
  }

  private func redacted(line: String) -> String {
    var line = line
    for secret in known { line = line.replacing(secret, with: Self.mark) }
    line = line.replacing(#/(?i)([a-z][a-z0-9+.\-]*:\/\/)[^\s\/@]+@/#) { "\($0.output.1)\(Self.mark)@" }
    line = line.replacing(#/(?i)\b(bearer|basic)\s+[a-z0-9+\/=._~\-]{8,}/#) { "\($0.output.1) \(Self.mark)" }
    return line.replacing(#/(?i)([a-z][a-z0-9_.\-]*)(["']?\s*[=:]\s*)("(?:[^"\\]|\\.)*"|'[^']*'|[^\s,;&]+)/#) { match in
      let (whole, name, between, _) = match.output
      return CredentialShape.isCredential(key: String(name)) ? "\(name)\(between)\(Self.mark)" : String(whole)
    }
  }
}
