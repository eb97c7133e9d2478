public import GitKit

/// Who makes a commit.
public struct Identity: Sendable, Hashable, Codable {
  /// The name in the commit.
  public var name: String
  /// The mail address in the commit.
  public var email: String

  /// Names somebody.
  public init(name: String, email: String) {
    self.name = name
    self.email = email
  }

  /// What stands in a commit made at `time`.
  public func signature(at time: Timestamp) -> Signature {
    Signature(name: name, email: email, seconds: time.seconds)
  }
}

extension Identity: CustomStringConvertible {
  /// `Ada <ada@example.org>`.
  public var description: String { "\(name) <\(email)>" }
}
