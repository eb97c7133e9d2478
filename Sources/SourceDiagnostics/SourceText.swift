/// A file's bytes, where its lines begin, and which of them nobody may see.
public struct SourceText: Sendable, Hashable {
  /// The bytes as they stand in the file.
  public let bytes: [UInt8]
  /// The places of secrets, which are drawn as `•••`: sorted, none overlaps another.
  public let redactions: [Range<Int>]
  private let lineStarts: [Int]

  /// Finds the lines of `bytes`.
  ///
  /// - Complexity: O(*n*) in the number of bytes.
  public init(_ bytes: [UInt8], redactions: [Range<Int>] = []) {
    self.bytes = bytes
    self.redactions = Self.disjoint(redactions)
    lineStarts = [0] + bytes.indices.filter { bytes[$0] == UInt8(ascii: "\n") }.map { $0 + 1 }
  }

  /// Finds the lines of `text`.
  ///
  /// - Complexity: O(*n*) in the number of bytes.
  public init(_ text: String, redactions: [Range<Int>] = []) {
    self.init(Array(text.utf8), redactions: redactions)
  }

  /// The place of the byte at `offset`, as editors and compilers count.
  ///
  /// - Complexity: O(log *n*) in the number of lines and O(*m*) in the length of the line.
  public func position(of offset: Int) -> SourcePosition {
    let line = line(at: offset)
    let start = lineStarts[line]
    let scalars = bytes[start..<min(max(offset, start), bytes.count)].count { $0 & 0xC0 != 0x80 }
    return SourcePosition(line: line + 1, column: scalars + 1)
  }

  /// The line that holds the byte at `offset`, counted from 0.
  ///
  /// - Complexity: O(log *n*) in the number of lines.
  package func line(at offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }

  /// The bytes of the line `number`, counted from 0, without its line break.
  package func range(ofLine number: Int) -> Range<Int> {
    let start = lineStarts[number]
    var end = number + 1 < lineStarts.count ? lineStarts[number + 1] - 1 : bytes.count
    if end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return start..<end
  }

  private static func disjoint(_ ranges: [Range<Int>]) -> [Range<Int>] {
    ranges.sorted { $0.lowerBound < $1.lowerBound }.reduce(into: []) { joined, range in
      if let last = joined.last, range.lowerBound < last.upperBound {
        joined[joined.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else if !range.isEmpty {
        joined.append(range)
      }
    }
  }
}

/// A line and a column, both counted from 1, the column in Unicode scalars.
public struct SourcePosition: Sendable, Hashable, Codable {
  /// The line.
  public var line: Int
  /// The column.
  public var column: Int

  /// Names a place.
  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
}

extension SourcePosition: CustomStringConvertible {
  /// `line:column`.
  public var description: String { "\(line):\(column)" }
}
