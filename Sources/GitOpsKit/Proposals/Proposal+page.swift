import GitKit
import PolicyEngine
import SourceDiagnostics

extension Proposal {
  /// What a list shows of it: number, state, verdict, title.
  public var row: [String] { ["#\(number)", state.rawValue, verdict.rawValue, title] }

  /// All of it as text: what it is, what its body says, what happened to it.
  public var page: String {
    var lines = [
      "#\(number) \(title.neutralised)",
      "\(state.rawValue) · \(branch.shortName) · by \(author.name.neutralised), who says: \(verdict.rawValue)",
      "",
    ]
    // The proposer's words are marked on each line, so that they can't pass for ours.
    let words = UntrustedText(body).escaped(limit: 60_000).split(separator: "\n", omittingEmptySubsequences: false)
    lines += words.map { "| \($0)" } + [""]
    lines += events.map { event in
      let reason = event.reason.map { ": \($0.neutralised)" } ?? ""
      return "\(event.at)  \(event.kind.rawValue) by \(event.by.name.neutralised)\(reason)"
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
