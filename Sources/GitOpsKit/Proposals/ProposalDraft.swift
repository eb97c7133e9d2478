public import GitKit
public import PolicyEngine

/// A change that is ready to be published: commits in the local repository and what people should know about them.
public struct ProposalDraft: Sendable, Hashable {
  /// What it is about; there is one open proposal for each topic.
  public var topic: TopicName
  /// One line for people.
  public var title: String
  /// The whole story for people, in Markdown.
  public var body: String
  /// The last commit, which the branch will point to.
  public var head: ObjectID
  /// The commit of the deployment branch it was made on.
  public var base: ObjectID
  /// What the policy says.
  public var verdict: Verdict
  /// What it does and what was found, in short.
  public var summary: ProposalSummary
  /// Who makes it.
  public var author: Identity
  /// When it was made.
  public var at: Timestamp
  /// What the change is, whatever its commits are called: publishing the same fingerprint again changes nothing.
  ///
  /// ``fingerprint(of:in:)`` makes one from the files.
  public var fingerprint: String

  /// Describes a change.
  public init(
    topic: TopicName,
    title: String,
    body: String,
    head: ObjectID,
    base: ObjectID,
    verdict: Verdict,
    summary: ProposalSummary = ProposalSummary(),
    author: Identity,
    at: Timestamp,
    fingerprint: String
  ) {
    self.topic = topic
    self.title = title
    self.body = body
    self.head = head
    self.base = base
    self.verdict = verdict
    self.summary = summary
    self.author = author
    self.at = at
    self.fingerprint = fingerprint
  }
}

extension ProposalDraft {
  /// A name for what `changes` leave in the tree: the same files with the same bytes have the same fingerprint, whenever
  /// and on whatever commit they are made.
  public static func fingerprint(
    of changes: [TreeChange],
    in repository: borrowing Repository
  ) throws(GitError) -> String {
    var entries: [String: TreeEdit] = [:]
    for change in changes {
      if let new = change.new {
        entries["new/\(change.path)"] = .put(new.id, new.mode)
      } else if let old = change.old {
        entries["gone/\(change.path)"] = .put(old.id, old.mode)
      }
    }
    return try repository.writeTree(from: nil, changes: entries).hex
  }
}
