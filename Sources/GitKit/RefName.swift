/// The full name of a reference, such as `refs/heads/main`, checked by Git's rules.
public struct RefName: Hashable, Sendable {
  /// The name as Git writes it.
  public let name: String

  /// Checks a full name, which begins with `refs/`.
  ///
  /// - Throws: ``GitError`` with ``GitError/Code/malformed`` when Git would refuse it.
  public init(_ name: String) throws(GitError) {
    if let reason = Self.objection(to: name) {
      throw GitError(
        code: .malformed,
        operation: "use `\(GitError.oneLine(name, limit: 80))` as a reference",
        reason: reason,
        help: "give a full name such as refs/heads/main"
      )
    }
    self.name = name
  }

  /// The branch that people call `short`, such as `main`.
  ///
  /// - Throws: ``GitError`` with ``GitError/Code/malformed`` when Git would refuse it.
  public static func branch(_ short: String) throws(GitError) -> RefName { try RefName("refs/heads/" + short) }

  /// The name as people say it: without `refs/heads/`, `refs/tags/`, `refs/remotes/` or `refs/`.
  public var shortName: String {
    for prefix in ["refs/heads/", "refs/tags/", "refs/remotes/"] where name.hasPrefix(prefix) {
      return String(name.dropFirst(prefix.count))
    }
    return String(name.dropFirst("refs/".count))
  }

  /// Whether it's a branch.
  public var isBranch: Bool { name.hasPrefix("refs/heads/") }

  /// Whether the full name begins with `prefix`.
  public func hasPrefix(_ prefix: String) -> Bool { name.utf8.starts(with: prefix.utf8) }

  /// Why Git would refuse `name`, by the rules of `git check-ref-format`.
  private static func objection(to name: String) -> String? {
    if name.utf8.count > 1_024 { return "it's longer than 1024 bytes" }
    if !name.utf8.starts(with: "refs/".utf8) { return "it doesn't begin with refs/" }
    if let byte = name.utf8.first(where: isForbidden) { return "it holds \(describe(byte))" }
    if name.contains("..") { return "it holds two dots in a row" }
    if name.contains("@{") { return "it holds `@{`" }
    for component in name.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false) {
      if component.isEmpty { return "a part between slashes is empty" }
      if component.first == UInt8(ascii: ".") { return "a part begins with a dot" }
      if component.suffix(5).elementsEqual(".lock".utf8) { return "a part ends in .lock" }
    }
    return name.utf8.last == UInt8(ascii: ".") ? "it ends in a dot" : nil
  }

  private static func isForbidden(_ byte: UInt8) -> Bool {
    byte <= UInt8(ascii: " ") || byte == 0x7f || "~^:?*[\\".utf8.contains(byte)
  }

  private static func describe(_ byte: UInt8) -> String {
    if byte == UInt8(ascii: " ") { return "a space" }
    if byte < UInt8(ascii: " ") || byte == 0x7f { return "a control character" }
    return "`\(Character(Unicode.Scalar(byte)))`"
  }
}

extension RefName: CustomStringConvertible {
  /// The full name.
  public var description: String { name }
}

extension RefName: Comparable {
  /// Whether `a` stands before `b` by bytes, as Git sorts references.
  public static func < (a: RefName, b: RefName) -> Bool { a.name.utf8.lexicographicallyPrecedes(b.name.utf8) }
}

extension RefName: Codable {
  /// Decodes a full name and checks it.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    do {
      try self.init(container.decode(String.self))
    } catch let error as GitError {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: error.description)
    }
  }

  /// Encodes the full name.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(name)
  }
}
