public import GitKit

/// What a proposal is about, in lower-case words with dashes: `update-nginx-web`.
///
/// It names the branch, and there is at most one open proposal for each topic.
public struct TopicName: Sendable, Hashable {
  /// The words.
  public let name: String

  /// The most bytes of a topic.
  static let longest = 100

  /// Takes `name` as it is.
  ///
  /// - Throws: ``GitOpsError`` when it's anything but lower-case words of ASCII letters and digits with single dashes.
  public init(_ name: String) throws(GitOpsError) {
    guard name == Self.words(of: name), !name.isEmpty else {
      throw GitOpsError(
        code: .malformedName,
        operation: "use `\(GitOpsError.excerpt(name))` as a topic",
        reason: "a topic is lower-case words with dashes, at most \(Self.longest) characters",
        help: "write something like update-nginx-web"
      )
    }
    self.name = name
  }

  /// Makes a topic of any text: capitals become small, all but letters and digits becomes dashes.
  public init(slugging text: String) {
    let words = Self.words(of: text)
    name = words.isEmpty ? "change" : words
  }

  /// The agent's branch for this topic: `refs/heads/longshore/update-nginx-web`.
  public var branch: RefName {
    get throws(GitError) { try RefName("\(Self.branchPrefix)\(name)") }
  }

  /// What every branch of the agent begins with.
  public static let branchPrefix = "refs/heads/longshore/"

  private static func words(of text: String) -> String {
    let words = text.utf8.prefix(1_024)
      .map { byte -> UInt8 in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): byte
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte + 32
        default: UInt8(ascii: "-")
        }
      }
      .split(separator: UInt8(ascii: "-"))
      .joined(separator: [UInt8(ascii: "-")])
      .prefix(longest)
    let slug = String(decoding: Array(words), as: UTF8.self)
    return slug.hasSuffix("-") ? String(slug.dropLast()) : slug
  }
}

extension TopicName: CustomStringConvertible {
  /// The words.
  public var description: String { name }
}

extension TopicName: Codable {
  /// Reads the words.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    do {
      try self.init(container.decode(String.self))
    } catch let error as GitOpsError {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: error.reason)
    }
  }

  /// Writes the words.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(name)
  }
}
