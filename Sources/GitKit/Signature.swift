import CLibGit2

/// Who did something, and when.
public struct Signature: Sendable, Hashable, Codable {
  /// The person's or program's name.
  public let name: String
  /// The address.
  public let email: String
  /// Seconds since 1970; time always comes from the caller.
  public let seconds: Int64
  /// Minutes east of Greenwich.
  public let offsetMinutes: Int

  /// Signs as `name` at a moment.
  public init(name: String, email: String, seconds: Int64, offsetMinutes: Int = 0) {
    self.name = name
    self.email = email
    self.seconds = seconds
    self.offsetMinutes = offsetMinutes
  }
}

extension Signature: CustomStringConvertible {
  /// As Git writes it: `Ada <ada@example.org>`.
  public var description: String { "\(name) <\(email)>" }
}

extension Signature {
  /// Copies what libgit2 lends; nil for a commit without one.
  init(borrowing raw: UnsafePointer<git_signature>?) {
    guard let raw = unsafe raw?.pointee else {
      self.init(name: "", email: "", seconds: 0)
      return
    }
    // libgit2 keeps both texts as long as the commit is open, which the caller sees to.
    unsafe self.init(
      name: raw.name.map { unsafe String(cString: $0) } ?? "",
      email: raw.email.map { unsafe String(cString: $0) } ?? "",
      seconds: raw.when.time,
      offsetMinutes: Int(raw.when.offset)
    )
  }

  /// Lends a copy in libgit2's form to `use`.
  func withRaw<Result>(
    _ use: (UnsafePointer<git_signature>) throws(GitError) -> Result
  ) throws(GitError) -> Result {
    let operation = "sign as \(self)"
    guard !name.utf8.contains(0), !email.utf8.contains(0) else {
      throw GitError(code: .malformed, operation: operation, reason: "it holds a zero byte")
    }
    var raw: UnsafeMutablePointer<git_signature>?
    try check(unsafe git_signature_new(&raw, name, email, seconds, Int32(clamping: offsetMinutes)), operation)
    // Freed here and nowhere else, after `use` has returned.
    defer { unsafe git_signature_free(raw) }
    guard let raw = unsafe raw else {
      throw GitError(code: .other, operation: operation, reason: "libgit2 gave nothing")
    }
    return try unsafe use(raw)
  }
}
