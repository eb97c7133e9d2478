/// What the views of a document share.
final class DocumentStorage: Sendable {
  let file: String
  let bytes: [UInt8]
  let tape: Tape
  let comments: CommentTable
  /// The mappings that may have a key twice or have a key `<<`, in order, by their places on the tape.
  let suspects: [Int]
  let limits: YAMLLimits

  init(
    file: String,
    bytes: [UInt8],
    tape: Tape,
    comments: CommentTable,
    suspects: [Int],
    limits: YAMLLimits
  ) {
    self.file = file
    self.bytes = bytes
    self.tape = tape
    self.comments = comments
    self.suspects = suspects
    self.limits = limits
  }

  /// The text of the scalar at `index`, as it is read.
  func text(of index: Int) -> String {
    let entry = tape.entries[index]
    let own = tape.bytes(of: index)
    if entry.traits.contains(.hasReading), let reading = tape.readings[index] { return reading }
    if entry.traits.contains(.isEncoded) { return ScalarText.read(own, entry.style, in: bytes) }
    return bytes.text(plainBytes(of: index))
  }

  /// The bytes of the scalar at `index` within its quotes.
  func plainBytes(of index: Int) -> Range<Int> {
    let own = tape.bytes(of: index)
    return tape.entries[index].style.isQuoted && own.count >= 2 ? own.lowerBound + 1..<own.upperBound - 1 : own
  }
}
