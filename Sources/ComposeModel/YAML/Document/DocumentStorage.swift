internal import Synchronization

/// What the views of a document share.
final class DocumentStorage: Sendable {
  let file: String
  let bytes: [UInt8]
  let tape: Tape
  let comments: CommentTable
  let limits: YAMLLimits

  private let lazyLines = AtomicLazyReference<LineTable>()

  init(file: String, bytes: [UInt8], tape: Tape, comments: CommentTable, limits: YAMLLimits) {
    self.file = file
    self.bytes = bytes
    self.tape = tape
    self.comments = comments
    self.limits = limits
  }

  /// Where the lines begin: found when somebody asks, and kept.
  var lines: LineTable { lazyLines.load() ?? lazyLines.storeIfNil(LineTable(of: bytes)) }

  /// The text of the scalar at `index`, as it is read.
  func text(of index: Int) -> String {
    let entry = tape.entries[index]
    let own = tape.bytes(of: index)
    if entry.traits.contains(.hasReading), let reading = tape.readings[index] { return reading }
    if entry.traits.contains(.isEncoded) { return ScalarText.read(own, entry.style, in: bytes) }
    return bytes.text(tape.plainBytes(of: index))
  }
}
