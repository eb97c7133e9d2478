public import GitKit

/// The references that a program may push; what is outside is refused before anything is sent.
///
/// A program gets its scope from here, ready-made: only the approver's library can make a wider one.
public struct PushScope: Sendable, Hashable {
  private let patterns: [String]

  /// Allows full names, and all names below a pattern that ends in `/*`; any other pattern allows nothing.
  package init(patterns: [String]) { self.patterns = patterns }

  /// What the agent may push: its branches, its proposals and the results of CI jobs.
  public static let agent = PushScope(
    patterns: ["refs/heads/longshore/*", "refs/longshore/proposals/*", "refs/longshore/ci/*"]
  )

  /// What the service host `name` may push: its deployment report and nothing else.
  ///
  /// - Throws: ``GitError`` with ``GitError/Code/malformed`` when `name` isn't one part of a reference's name.
  public static func host(_ name: String) throws(GitError) -> PushScope {
    let reference = try RefName("refs/longshore/deploy/\(name)")
    guard !name.isEmpty, !name.contains("/") else {
      throw GitError(
        code: .malformed,
        operation: "report as host `\(name)`",
        reason: "a host's name has no slash",
        help: "use letters, digits and dashes"
      )
    }
    return PushScope(patterns: [reference.name])
  }

  /// Whether `reference` may be pushed.
  public func allows(_ reference: RefName) -> Bool {
    patterns.contains { pattern in
      guard pattern.hasSuffix("/*") else { return reference.name.utf8.elementsEqual(pattern.utf8) }
      return reference.hasPrefix(String(pattern.dropLast()))
    }
  }

  /// Throws for the first reference that is outside.
  func require(_ reference: RefName, _ operation: String) throws(GitError) {
    guard !allows(reference) else { return }
    throw GitError(
      code: .outOfScope,
      operation: operation,
      reason: "this program may not push \(reference)",
      help: "it may push \(patterns.joined(separator: ", "))"
    )
  }
}
