public import GitKit

/// Which of the server's references to fetch, and where to keep them.
public struct FetchSpec: Sendable, Hashable {
  /// As Git writes it, for example `+refs/heads/*:refs/remotes/origin/*`.
  let text: String

  /// Fetches `source` into `destination`: two full names, or two patterns that end in `/*`.
  ///
  /// - Throws: ``GitError`` with ``GitError/Code/malformed`` for anything else.
  public init(
    from source: String,
    to destination: String,
    motion: RefMotion = .rewind
  ) throws(GitError) {
    for (side, other) in [(source, destination), (destination, source)] {
      _ = try RefName(side.hasSuffix("/*") ? side.dropLast(1) + "any" : side)
      guard side.hasSuffix("/*") == other.hasSuffix("/*") else {
        throw GitError(
          code: .malformed,
          operation: "fetch \(source) into \(destination)",
          reason: "one side names many references and the other one",
          help: "end both in /* or neither"
        )
      }
    }
    self.init(text: (motion == .rewind ? "+" : "") + source + ":" + destination)
  }

  private init(text: String) { self.text = text }

  /// Every branch, kept below `refs/remotes/`*name*`/` as `git fetch` keeps it.
  ///
  /// - Throws: ``GitError`` with ``GitError/Code/malformed`` when `remote` can't be part of a reference's name.
  public static func branches(ofRemote remote: String = "origin") throws(GitError) -> FetchSpec {
    try FetchSpec(from: "refs/heads/*", to: "refs/remotes/\(remote)/*")
  }

  /// Everything that Longshore's programs tell each other, under the same names.
  public static let longshore = FetchSpec(text: "+refs/longshore/*:refs/longshore/*")
}

extension FetchSpec: CustomStringConvertible {
  /// As Git writes it.
  public var description: String { text }
}
