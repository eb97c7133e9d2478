internal import SourceDiagnostics

/// Where the lines of a file begin.
final class LineTable: Sendable {
  private let starts: [UInt32]

  /// Finds the lines of `bytes`, which end in line feeds, as ``SourceText`` counts them.
  ///
  /// - Complexity: O(*n*).
  init(of bytes: [UInt8]) {
    var starts: [UInt32] = [0]
    // The buffer is read only inside the closure, which keeps the bytes alive.
    unsafe bytes.withUnsafeBytes { buffer in
      guard let source = unsafe ScanBuffer(buffer) else { return }
      var offset = source.nextLineFeed(from: 0)
      while offset < source.count {
        starts.append(UInt32(truncatingIfNeeded: offset + 1))
        offset = source.nextLineFeed(from: offset + 1)
      }
    }
    self.starts = starts
  }

  /// The place of the byte at `offset` of `bytes`, of which this is the table.
  ///
  /// - Complexity: O(log *n*) in the number of lines and O(*m*) in the length of the line.
  func position(of offset: Int, in bytes: [UInt8]) -> SourcePosition {
    let line = max(starts.firstPlace { Int($0) > offset }, 1)
    let start = Int(starts[line - 1])
    let scalars = bytes[start..<min(max(offset, start), bytes.count)].count { $0 & 0xC0 != 0x80 }
    return SourcePosition(line: line, column: scalars + 1)
  }
}
