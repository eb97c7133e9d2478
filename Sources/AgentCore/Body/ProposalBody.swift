import ComposeModel
public import PolicyEngine

/// A proposal's text in Markdown, for somebody who reads it on a phone.
///
/// It tells what changes, what the release notes demand, what the policy says, and how to go back.
public struct ProposalBody: Sendable {
  let change: ProposedChange
  let effect: Change
  let judgement: Judgement

  /// Tells of `change`.
  ///
  /// - Parameters:
  ///   - change: What a model asked for.
  ///   - effect: What that does to the stacks.
  ///   - judgement: What the policy says about it.
  public init(_ change: ProposedChange, effect: Change, judgement: Judgement) {
    self.change = change
    self.effect = effect
    self.judgement = judgement
  }

  /// The text.
  public var markdown: String {
    let sections = [Markdown.prose(change.rationale), whatChanges, demands, policy, notes, wayBack]
    return sections.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
  }

  private var whatChanges: String {
    let stacks = effect.stacks.filter { !$0.diff.isEmpty }
    return Self.section("What changes", stacks.map { ChangeSummary($0.diff, $0.impact).markdown() })
  }

  private var wayBack: String {
    """
    ## Way back

    A stack that doesn't become healthy goes back to its last healthy commit by itself. To go back later, revert the \
    merge with `git revert -m 1 MERGE` and push it as the approver.
    """
  }

  /// A heading and what stands under it; nothing where nothing does.
  static func section(_ title: String, _ parts: [String]) -> String {
    var text = parts.joined(separator: "\n")
    while text.hasSuffix("\n") { text.removeLast() }
    return text.isEmpty ? "" : "## \(title)\n\n\(text)"
  }
}
