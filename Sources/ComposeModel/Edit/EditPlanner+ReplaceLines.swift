internal import SourceDiagnostics

extension EditPlanner {
  /// Writes a collection on lines of its own in the place of what stands at `site`.
  mutating func replaceByLines(
    _ site: EditSite,
    _ value: YAMLValue,
    _ style: WritingStyle,
    _ edit: Edit
  ) throws(EditRefusal) {
    let node = site.node
    let entry = try startOfEntry(at: site, edit)
    var writer = style.block
    writer.usesLiterals = layout.hasRoomForBlockScalar(at: node.bytes.upperBound, column: layout.column(of: entry))
    let lines = writer.lines(of: value)
    if node.kind != .scalar, node.style == .block {
      replaceBlock(site, by: lines, at: entry, column: column(for: value, at: site, entry, style), edit)
    } else if site.key == nil, site.parent != nil, !hasPropertiesThatStay(node) {
      replaceBesideDash(site, by: lines, column: layout.column(of: entry) + 2, edit)
    } else {
      replaceBelow(site, by: lines, column: column(for: value, at: site, entry, style), edit)
    }
  }

  /// Where the new lines of a collection begin: where the old ones did, or as deep as others in the file.
  private func column(for value: YAMLValue, at site: EditSite, _ entry: Int, _ style: WritingStyle) -> Int {
    guard site.parent != nil else { return 0 }
    let base = layout.column(of: entry)
    guard site.key != nil else { return base + 2 }
    guard case .mapping = value else { return base + style.dashOffset }
    return base + style.step
  }

  private mutating func replaceBlock(
    _ site: EditSite,
    by lines: [String],
    at entry: Int,
    column: Int,
    _ edit: Edit
  ) {
    let own = site.node.bytes
    let present = layout.column(of: own.lowerBound)
    let end = layout.endOfLines(after: own.upperBound, column: layout.column(of: entry))
    // A list may begin at its key's own column, a mapping may not.
    let needsMove = present < column && site.key != nil && site.node.kind == .sequence
    let lower = needsMove ? bytes.lineStart(of: own.lowerBound) : own.lowerBound
    let text = joined(lines, column: needsMove ? column : present, near: own.lowerBound)
    splice(lower..<end, needsMove ? String(repeating: " ", count: column) + text : text, edit)
    removeTag(of: site.node, edit)
  }

  private mutating func replaceBesideDash(_ site: EditSite, by lines: [String], column: Int, _ edit: Edit) {
    let own = site.node.bytes
    let start = startWithoutTag(of: site.node)
    let column = own.isEmpty ? column : layout.column(of: start)
    let rest = lines.dropFirst().map { layout.lineBreak(near: own.lowerBound) + blank($0, column) }.joined()
    splice(start..<own.upperBound, (own.isEmpty ? " " : "") + lines[0], edit)
    let end = bytes.lineEnd(from: own.upperBound)
    splice(end..<end, rest, edit)
  }

  private mutating func replaceBelow(_ site: EditSite, by lines: [String], column: Int, _ edit: Edit) {
    let own = site.node.bytes
    let text = joined(lines, column: column, near: own.lowerBound)
    let lineBreak = layout.lineBreak(near: own.lowerBound)
    let end = bytes.lineEnd(from: own.upperBound)
    if site.parent == nil, bytes.lineStart(of: own.lowerBound) == end {
      return splice(end..<end, text + lineBreak, edit)
    }
    let holder = hasTagThatGoesLast(site.node) ? startWithoutTag(of: site.node) : endOfHolder(site)
    splice(bytes.endOfText(before: holder)..<max(own.upperBound, holder), "", edit)
    splice(end..<end, lineBreak + String(repeating: " ", count: column) + text, edit)
  }

  /// Writes text line by line in the place of what stands at `site`.
  mutating func replaceByLiteral(
    _ site: EditSite,
    _ block: LiteralText,
    _ style: WritingStyle,
    _ edit: Edit
  ) throws(EditRefusal) {
    let node = site.node
    let own = node.bytes
    let entry = try startOfEntry(at: site, edit)
    let isFolded = node.style == .folded && block.lines.count == 1
    let header = isFolded ? ">" + block.header.dropFirst() : block.header
    if node.style.isBlockScalar, let column = columnOfContent(in: own) {
      let text = joined(block.lines, column: column, near: own.lowerBound)
      splice(own.lowerBound..<bytes.endOfHeader(at: own.lowerBound), header, edit)
      splice(bytes.lineAfter(own.lowerBound)..<own.upperBound, String(repeating: " ", count: column) + text, edit)
      return removeTag(of: node, edit)
    }
    let column = layout.column(of: entry) + (site.key == nil ? 2 : style.step)
    let lines = block.lines.map { layout.lineBreak(near: own.lowerBound) + blank($0, column) }.joined()
    if own.isEmpty {
      fill(site, with: header, edit)
    } else {
      splice(startWithoutTag(of: node)..<own.upperBound, header, edit)
    }
    let end = bytes.lineEnd(from: own.upperBound)
    splice(end..<end, lines, edit)
  }

  /// The text as it can be written line by line where `site` is.
  func literal(for text: String, at site: EditSite, _ edit: Edit) throws(EditRefusal) -> LiteralText? {
    let node = site.node
    guard !node.style.isQuoted else { return nil }
    let entry = try startOfEntry(at: site, edit)
    let room = layout.hasRoomForBlockScalar(at: node.bytes.upperBound, column: layout.column(of: entry))
    let isReplaced = node.style.isBlockScalar && bytes.lineEnd(from: node.bytes.upperBound) < bytes.count
    return room || isReplaced ? LiteralText(text, isForced: node.style.isBlockScalar) : nil
  }

  /// The column in which the lines of the block scalar in `range` begin; nil where a digit names it or there are none.
  private func columnOfContent(in range: Range<Int>) -> Int? {
    let header = bytes[range.lowerBound..<bytes.endOfHeader(at: range.lowerBound)]
    guard !header.contains(where: { ("1"..."9").contains(Unicode.Scalar($0)) }) else { return nil }
    var line = bytes.lineAfter(range.lowerBound)
    while line < range.upperBound {
      let text = bytes[line...].prefix { $0 == Mark.space }.endIndex
      if text < range.upperBound, bytes.lineBreak(at: text) == 0 { return text - line }
      line = bytes.lineAfter(line)
    }
    return nil
  }

  /// Where what `site` is a part of begins: its key or dash.
  func startOfEntry(at site: EditSite, _ edit: Edit) throws(EditRefusal) -> Int {
    guard let parent = site.parent else { return site.node.bytes.lowerBound }
    return try start(ofEntry: site.ordinal, in: parent, edit)
  }

  /// `lines` below each other, the first of them not indented.
  func joined(_ lines: [String], column: Int, near offset: Int) -> String {
    let lineBreak = layout.lineBreak(near: offset)
    return lines.enumerated().map { $0.offset == 0 ? $0.element : lineBreak + blank($0.element, column) }.joined()
  }

  private func blank(_ line: String, _ column: Int) -> String {
    line.isEmpty ? line : String(repeating: " ", count: column) + line
  }

  private func hasPropertiesThatStay(_ node: YAMLNode) -> Bool {
    node.anchor != nil || (node.tag != nil && !node.hasTagThatGoes)
  }

  private func hasTagThatGoesLast(_ node: YAMLNode) -> Bool {
    node.hasTagThatGoes && document.storage.tape.properties(of: node.index)?.isTagLast == true
  }

  private mutating func removeTag(of node: YAMLNode, _ edit: Edit) {
    guard node.hasTagThatGoes, let tag = document.storage.tape.properties(of: node.index)?.tagBytes else { return }
    splice(bytes.endOfText(before: tag.lowerBound)..<tag.upperBound, "", edit)
  }
}

extension NodeProperties {
  /// Whether the tag stands after the anchor, or alone.
  var isTagLast: Bool { (tagBytes?.lowerBound ?? -1) > (anchorBytes?.lowerBound ?? -1) }
}
