public import GitKit

/// What a push wants one reference to hold, as Git tells its hooks.
public struct PushedUpdate: Sendable, Hashable {
  /// The reference.
  public var ref: RefName
  /// What it holds; nil when it's new.
  public var old: ObjectID?
  /// What it shall hold; nil when it's to be removed.
  public var new: ObjectID?

  /// Describes an update.
  public init(_ ref: RefName, from old: ObjectID?, to new: ObjectID?) {
    self.ref = ref
    self.old = old
    self.new = new
  }

  /// Reads a line of a pre-receive hook's input: two object names and a reference, with a space between each.
  ///
  /// - Throws: ``GitOpsError`` for anything else.
  public init(parsing line: String) throws(GitOpsError) {
    let parts = line.split(separator: " " as Character, maxSplits: 2, omittingEmptySubsequences: false).map(String.init)
    do {
      guard parts.count == 3 else { throw PushedUpdate.unreadable(line) }
      let (old, new) = (try ObjectID(hex: parts[0]), try ObjectID(hex: parts[1]))
      self.init(try RefName(parts[2]), from: old == .zero ? nil : old, to: new == .zero ? nil : new)
    } catch {
      throw Self.unreadable(line)
    }
  }

  private static func unreadable(_ line: String) -> GitOpsError {
    GitOpsError(
      code: .unreadableRecord,
      operation: "read what is pushed",
      reason: "`\(GitOpsError.excerpt(line))` isn't two objects and a reference we could use",
      help: "call it as a pre-receive hook, which Git feeds with the updates of a push"
    )
  }
}
