import SourceDiagnostics

/// Something that isn't the user's files' fault, as one sentence, what a server said about it, and what to do.
///
/// ```
/// error: can't publish update-nginx: the server refused refs/heads/longshore/update-nginx
///   the server says:
///   error[policy/protected-path]: an agent may not change `.longshore/policy.yaml`
///   help: read what the server says, and change the draft
/// ```
struct WorldFailure: CustomStringConvertible {
  let description: String

  private static let limit = 8_000

  init(_ error: any Error) {
    var lines = [UntrustedText(String(describing: error)).escaped(limit: Self.limit)]
    if let advised = error as? any AdvisedError {
      if !advised.serverMessage.isBlank {
        let words = advised.serverMessage.escaped(limit: Self.limit).split(separator: "\n").map { "  \($0)" }
        lines += ["  the server says:"] + words
      }
      if let help = advised.help { lines.append("  help: \(help.neutralised)") }
    }
    description = lines.joined(separator: "\n")
  }
}
