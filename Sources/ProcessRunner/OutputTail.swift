/// The end of what a program wrote, with the count of what was cut before it.
public struct OutputTail: Sendable, Hashable {
  /// The most bytes that are kept.
  public let limit: Int
  /// How many bytes were written in all.
  public private(set) var total = 0
  private var buffer: [UInt8] = []

  /// Keeps nothing yet, and later at most `limit` bytes.
  public init(limit: Int) { self.limit = max(0, limit) }

  /// The bytes that were kept: the last ones.
  public var bytes: ArraySlice<UInt8> { buffer.suffix(limit) }

  /// How many bytes before ``bytes`` were cut.
  public var cut: Int { total - bytes.count }

  /// The kept bytes as text, with a first line that says what was cut, if anything was.
  ///
  /// Somebody else wrote it: it may hold control characters and secrets.
  public var text: String {
    let kept = String(decoding: bytes, as: UTF8.self)
    return cut == 0 ? kept : "… \(cut) earlier bytes were cut\n\(kept)"
  }

  /// Adds what was written next.
  ///
  /// - Complexity: amortised O(*n*) in the number of bytes of `piece`.
  mutating func append(_ piece: [UInt8]) {
    total += piece.count
    buffer += piece.suffix(limit)
    if buffer.count > 2 * limit { buffer.removeFirst(buffer.count - limit) }
  }
}
