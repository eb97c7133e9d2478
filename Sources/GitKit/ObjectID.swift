package import CLibGit2

/// The name of a Git object: 20 bytes of SHA-1.
public struct ObjectID: Hashable, Sendable {
  private let head: UInt64
  private let middle: UInt64
  private let tail: UInt32

  /// The name of no object, which Git writes where a reference doesn't exist.
  public static let zero = ObjectID(git_oid())

  /// Reads 40 hexadecimal digits.
  ///
  /// - Throws: ``GitError`` with ``GitError/Code/malformed`` for anything else.
  public init(hex: String) throws(GitError) {
    let digits = hex.utf8.compactMap(Self.value(ofDigit:))
    guard digits.count == 40, hex.utf8.count == 40 else {
      throw GitError(
        code: .malformed,
        operation: "read an object's name",
        reason: "it isn't 40 hexadecimal digits",
        help: "give the full name, as `git rev-parse` prints it"
      )
    }
    head = digits[..<16].reduce(0) { $0 << 4 | UInt64($1) }
    middle = digits[16..<32].reduce(0) { $0 << 4 | UInt64($1) }
    tail = digits[32...].reduce(0) { $0 << 4 | UInt32($1) }
  }

  package init(_ raw: git_oid) {
    // Both sides are 20 bytes without padding between them, and every pattern of bits is a value of each.
    let words = unsafe unsafeBitCast(raw, to: (UInt64, UInt64, UInt32).self)
    head = UInt64(bigEndian: words.0)
    middle = UInt64(bigEndian: words.1)
    tail = UInt32(bigEndian: words.2)
  }

  package var raw: git_oid {
    // As above, the other way round.
    unsafe unsafeBitCast((head.bigEndian, middle.bigEndian, tail.bigEndian), to: git_oid.self)
  }

  /// All 40 digits, in lower case.
  public var hex: String { Self.hex(head, 16) + Self.hex(middle, 16) + Self.hex(tail, 8) }

  /// The first ten digits, for people.
  public var short: String { String(hex.prefix(10)) }

  private static func hex(_ word: some BinaryInteger, _ width: Int) -> String {
    let digits = String(word, radix: 16)
    return String(repeating: "0", count: width - digits.count) + digits
  }

  private static func value(ofDigit digit: UInt8) -> UInt8? {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): digit - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}

extension ObjectID: CustomStringConvertible {
  /// All 40 digits.
  public var description: String { hex }
}

extension ObjectID: Codable {
  /// Decodes 40 hexadecimal digits.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    do {
      try self.init(hex: container.decode(String.self))
    } catch let error as GitError {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: error.description)
    }
  }

  /// Encodes 40 hexadecimal digits.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(hex)
  }
}
