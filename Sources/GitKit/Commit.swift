/// A commit as a value.
public struct Commit: Sendable, Hashable {
  /// Its name.
  public let id: ObjectID
  /// The tree it records.
  public let tree: ObjectID
  /// Its parents, the first one first.
  public let parents: [ObjectID]
  /// Who wrote the change.
  public let author: Signature
  /// Who made the commit.
  public let committer: Signature
  /// The whole message.
  public let message: String

  /// Describes a commit; nothing is written.
  public init(
    id: ObjectID,
    tree: ObjectID,
    parents: [ObjectID],
    author: Signature,
    committer: Signature,
    message: String
  ) {
    self.id = id
    self.tree = tree
    self.parents = parents
    self.author = author
    self.committer = committer
    self.message = message
  }

  /// The first paragraph of the message on one line.
  public var summary: String {
    message.split(separator: "\n", omittingEmptySubsequences: false)
      .drop { $0.allSatisfy(\.isWhitespace) }
      .prefix { !$0.allSatisfy(\.isWhitespace) }
      .joined(separator: " ")
  }

  /// The `Key: value` lines of the message's last paragraph.
  public var trailers: [Trailer] { Trailer.parse(message) }
}
