public import GitKit

/// What to make of one reference of the server.
public struct RefUpdate: Sendable, Hashable {
  /// The reference.
  public let ref: RefName
  /// What it shall hold; nil removes it.
  public let new: ObjectID?
  /// What it must hold now.
  public let expecting: ExpectedValue
  /// Whether commits may be lost from it.
  public let motion: RefMotion

  /// Plans an update.
  public init(
    ref: RefName,
    new: ObjectID?,
    expecting: ExpectedValue = .anything,
    motion: RefMotion = .fastForwardOnly
  ) {
    self.ref = ref
    self.new = new
    self.expecting = expecting
    self.motion = motion
  }

  /// As libgit2 wants it: a local reference that holds the object, a colon and the reference to push.
  func spec(from source: RefName?) -> String {
    (motion == .rewind ? "+" : "") + (source?.name ?? "") + ":" + ref.name
  }

  /// Throws unless the reference holds what is expected, `nil` standing for a reference that doesn't exist.
  func requireExpected(_ held: ObjectID?, _ operation: String) throws(GitError) {
    switch expecting {
    case .anything: return
    case .absent where held == nil: return
    case .value(let expected) where held == expected: return
    case .absent:
      throw GitError(
        code: .alreadyExists,
        operation: operation,
        reason: "\(ref) exists there already",
        help: "fetch, look at what is new, and try again"
      )
    case .value:
      throw GitError(
        code: .moved,
        operation: operation,
        reason: "\(ref) was changed there by someone else in the meantime",
        help: "fetch, look at what is new, and try again"
      )
    }
  }
}
