/// One line of a source as terminal cells: tabs widened, controls made visible, secrets hidden, cut to a width.
struct SourceLine {
  /// What to print.
  let text: String
  private let cells: [Cell]
  private let start: Int
  private let end: Int
  private let lead: Int

  private struct Cell {
    let bytes: Range<Int>
    let column: Int
    let text: String
    let width: Int
  }

  /// The most bytes of a line that are looked at, around the focus.
  private static let byteLimit = 4_096

  /// Draws the line `number` of `source`, counted from 0, so that `focus` stays in sight within `width` cells.
  init(_ source: SourceText, line number: Int, focus: Range<Int>, width: Int) {
    let whole = source.range(ofLine: number)
    let near = Self.bytes(of: whole, near: focus.lowerBound)
    let cells = Self.cells(of: source, in: near)
    let total = cells.last.map { $0.column + $0.width } ?? 0
    let isWhole = near == whole && total <= width
    let focusColumn = cells.first { $0.bytes.upperBound > focus.lowerBound }?.column ?? total
    let room = max(width - 2, 8)
    let start = isWhole ? 0 : max(0, min(focusColumn - room / 3, total - room))
    let end = isWhole ? total : min(total, start + room)
    let isCutBefore = !isWhole && (start > 0 || near.lowerBound > whole.lowerBound)
    let isCutAfter = !isWhole && (end < total || near.upperBound < whole.upperBound)
    let visible = cells.filter { $0.column >= start && $0.column + $0.width <= end }
    self.cells = cells
    self.start = start
    self.end = end
    lead = isCutBefore ? 1 : 0
    text = (isCutBefore ? "…" : "") + visible.map(\.text).joined() + (isCutAfter ? "…" : "")
  }

  /// Where `bytes` stand in ``text``, in cells; what lies beyond the line or the cut is left out.
  func columns(of bytes: Range<Int>) -> Range<Int> {
    let total = cells.last.map { $0.column + $0.width } ?? 0
    let first = cells.first { $0.bytes.upperBound > bytes.lowerBound }?.column ?? total
    let last = cells.last { $0.bytes.lowerBound < bytes.upperBound }.map { $0.column + $0.width } ?? first
    let lower = min(max(first, start), end)
    let upper = min(max(last, lower), end)
    return lower - start + lead..<upper - start + lead
  }

  private static func bytes(of line: Range<Int>, near offset: Int) -> Range<Int> {
    guard line.count > byteLimit else { return line }
    let lower = max(line.lowerBound, min(offset, line.upperBound) - byteLimit / 4)
    return lower..<min(line.upperBound, lower + byteLimit)
  }

  private static func cells(of source: SourceText, in range: Range<Int>) -> [Cell] {
    var cells: [Cell] = []
    var offset = range.lowerBound
    var column = 0
    func append(_ bytes: Range<Int>, _ text: String, _ width: Int) {
      cells.append(Cell(bytes: bytes, column: column, text: text, width: width))
      column += width
      offset = bytes.upperBound
    }
    while offset < range.upperBound {
      if let secret = source.redactions.first(where: { $0.contains(offset) }) {
        append(offset..<min(secret.upperBound, range.upperBound), "•••", 3)
        continue
      }
      let (scalar, length) = source.bytes.scalar(at: offset, before: range.upperBound)
      if scalar == "\t" {
        append(offset..<offset + length, "    ", 4)
      } else {
        append(offset..<offset + length, String(scalar.visible), scalar.visible.cells)
      }
    }
    return cells
  }
}

extension [UInt8] {
  /// The Unicode scalar at `offset` and its length in bytes; `�` and 1 where the bytes aren't UTF-8.
  fileprivate func scalar(at offset: Int, before end: Int) -> (Unicode.Scalar, Int) {
    let lead = self[offset]
    let length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    guard offset + length <= end,
      let text = String(validating: self[offset..<offset + length], as: UTF8.self),
      let scalar = text.unicodeScalars.first
    else { return ("�", 1) }
    return (scalar, length)
  }
}
