/// The name of a container image: `registry/repository:tag@digest`.
///
/// As the distribution specification's reference grammar has it. What is written is kept: `nginx` stays `nginx`, and
/// ``normalizedName`` says `docker.io/library/nginx`.
public struct ImageReference: Sendable, Hashable, Codable {
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
  /// - Throws: ``ImageReferenceError`` when `text` isn't one.
  public init(parsing text: String) throws(ImageReferenceError) {
    guard text.utf8.count <= 1_024 else { throw ImageReferenceError(text: text, reason: "it is too long") }
    var rest = Substring(text)
    var digest: String?
    if let at = rest.firstIndex(of: "@") {
      digest = String(rest[rest.index(after: at)...])
      rest = rest[..<at]
    }
    var tag: String?
    if let colon = rest.lastIndex(of: ":"), !rest[colon...].contains("/") {
      tag = String(rest[rest.index(after: colon)...])
      rest = rest[..<colon]
    }
    var registry: String?
    if let slash = rest.firstIndex(of: "/"), Self.isHost(rest[..<slash]) {
      registry = String(rest[..<slash])
      rest = rest[rest.index(after: slash)...]
    }
    let parts = rest.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.allSatisfy(\.isPathComponent) else {
      throw ImageReferenceError(text: text, reason: "a repository is lower-case letters, digits and `. _ - /`")
    }
    guard tag.map({ Substring($0).isTag }) ?? true else {
      throw ImageReferenceError(text: text, reason: "its tag has other characters")
    }
    guard digest.map({ Substring($0).isDigest }) ?? true else {
      throw ImageReferenceError(text: text, reason: "its digest isn't one")
    }
    self.init(registry: registry, repository: String(rest), tag: tag, digest: digest)
  }

  /// The name without tag and digest, as written.
  public var name: String { registry.map { "\($0)/\(repository)" } ?? repository }

  /// The name with the default host and library written out.
  public var normalizedName: String {
    let host = registry ?? "docker.io"
    let isLibrary = (host == "docker.io" || host == "index.docker.io") && !repository.contains("/")
    return "\(host)/\(isLibrary ? "library/" : "")\(repository)"
  }

  /// The same image at another version.
  public func replacing(tag: String?, digest: String?) -> ImageReference {
    ImageReference(registry: registry, repository: repository, tag: tag, digest: digest)
  }

  private static func isHost(_ part: Substring) -> Bool {
    part == "localhost" || part.contains(".") || part.contains(":") || part.contains(where: \.isUppercase)
  }
}

extension ImageReference: CustomStringConvertible {
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

extension Substring {
  fileprivate var isPathComponent: Bool {
    guard let first = utf8.first, let last = utf8.last, first.isLowerAlphanumeric, last.isLowerAlphanumeric else {
      return false
    }
    return utf8.allSatisfy { $0.isLowerAlphanumeric || ".-_".utf8.contains($0) }
  }

  fileprivate var isTag: Bool {
    guard let first = utf8.first, first.isWord, utf8.count <= 128 else { return false }
    return utf8.allSatisfy { $0.isWord || ".-".utf8.contains($0) }
  }

  fileprivate var isDigest: Bool {
    let parts = split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, parts[1].utf8.count >= 32 else { return false }
    return parts[0].utf8.allSatisfy { $0.isWord || "+.-".utf8.contains($0) } && parts[1].allSatisfy(\.isHexDigit)
  }
}

extension UInt8 {
  fileprivate var isLowerAlphanumeric: Bool { (0x61...0x7A).contains(self) || (0x30...0x39).contains(self) }
  fileprivate var isWord: Bool { isLowerAlphanumeric || (0x41...0x5A).contains(self) || self == 0x5F }
}
