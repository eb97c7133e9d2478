/// The name of a container image: `registry/repository:tag@digest`.
///
/// As the distribution project's reference grammar has it. What is written is kept: `nginx` stays `nginx`, and
/// ``normalizedName`` says `docker.io/library/nginx`.
public struct ImageReference: TextValue {
  /// The host that serves it, when one is written: `ghcr.io`, `localhost:5000`.
  public let registry: String?
  /// The path on the host: `nginx`, `immich-app/immich-server`.
  public let repository: String
  /// What follows the colon.
  public let tag: String?
  /// What follows the `@`: `sha256:…`.
  public let digest: String?

  private init(registry: String?, repository: String, tag: String?, digest: String?) {
    self.registry = registry
    self.repository = repository
    self.tag = tag
    self.digest = digest
  }

  /// Reads a reference.
  ///
  /// - Throws: ``ImageReferenceError`` when `text` isn't one, or is the 64 digits of an image's identifier.
  public init(parsing text: String) throws(ImageReferenceError) {
    func refuse(_ reason: String) -> ImageReferenceError { ImageReferenceError(text: text, reason: reason) }
    guard !ImageGrammar.isIdentifier(text[...]) else { throw refuse("64 digits are an image's identifier") }
    var rest = Substring(text)
    let digest = Self.cut(&rest, at: rest.utf8.firstIndex(of: UInt8(ascii: "@")))
    let colon = rest.utf8.lastIndex(of: UInt8(ascii: ":"))
    let isTag = colon.map { !rest.utf8[$0...].contains(UInt8(ascii: "/")) } ?? false
    let tag = Self.cut(&rest, at: isTag ? colon : nil)
    var registry: Substring?
    if let slash = rest.utf8.firstIndex(of: UInt8(ascii: "/")), ImageGrammar.isHost(rest[..<slash]) {
      registry = rest[..<slash]
      rest = rest[rest.utf8.index(after: slash)...]
    }
    guard ImageGrammar.isPath(rest) else {
      throw refuse("a repository is lower-case letters, digits and `. _ - /`")
    }
    guard tag.map(ImageGrammar.isTag) ?? true else { throw refuse("its tag has other characters") }
    guard digest.map(ImageGrammar.isDigest) ?? true else { throw refuse("its digest isn't one") }
    self.init(
      registry: registry.map(String.init),
      repository: String(rest),
      tag: tag.map(String.init),
      digest: digest.map(String.init)
    )
    guard repositoryOnHost.utf8.count <= ImageGrammar.longestPath else {
      throw refuse("its repository is longer than \(ImageGrammar.longestPath) characters")
    }
  }

  /// Takes what follows `place` off `text`, and the sign there.
  private static func cut(_ text: inout Substring, at place: Substring.Index?) -> Substring? {
    guard let place else { return nil }
    defer { text = text[..<place] }
    return text[text.utf8.index(after: place)...]
  }

  /// The name without tag and digest, as written.
  public var name: String { registry.map { "\($0)/\(repository)" } ?? repository }

  /// The name with the default host and library written out.
  public var normalizedName: String { host.map { "\($0)/\(repositoryOnHost)" } ?? repository }

  /// The same image at another version.
  ///
  /// - Parameters:
  ///   - tag: A tag of the grammar, or nil.
  ///   - digest: A digest of the grammar, or nil.
  /// - Returns: The reference with both in place of its own.
  public func replacing(tag: String?, digest: String?) -> ImageReference {
    ImageReference(registry: registry, repository: repository, tag: tag, digest: digest)
  }

  /// The host; nil where the first part of the path looks like one and can't be one, as in `a_b.c/d`.
  private var host: String? {
    switch registry {
    case nil where ImageGrammar.namesHost(repository[...].prefix { $0 != "/" }) && repository.contains("/"): nil
    case nil, "index.docker.io": "docker.io"
    case let registry?: registry
    }
  }

  private var repositoryOnHost: String {
    host == "docker.io" && !repository.contains("/") ? "library/\(repository)" : repository
  }
}

extension ImageReference {
  /// The reference as it is written.
  public var description: String { name + (tag.map { ":\($0)" } ?? "") + (digest.map { "@\($0)" } ?? "") }
}

/// A text that isn't an image reference.
public struct ImageReferenceError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The text.
  public let text: String
  /// What is wrong with it.
  public let reason: String
  /// The text and what is wrong, in one sentence.
  public var description: String { "`\(text)` isn't an image reference: \(reason)" }
}
