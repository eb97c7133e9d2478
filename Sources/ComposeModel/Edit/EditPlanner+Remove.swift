internal import SourceDiagnostics

extension EditPlanner {
  /// Plans that what stands at `site` goes.
  mutating func planRemove(_ site: EditSite, _ edit: Edit) throws(EditRefusal) {
    guard site.parent != nil else { throw .shape(site.node, "the document itself can't be removed", edit) }
    try removeEntry(site, edit)
    let first = site.key ?? site.node
    expect(.removed(node: first.index, end: document.storage.tape.next(after: site.node.index)), edit)
  }

  /// Removes the text of the pair or item at `site`.
  mutating func removeEntry(_ site: EditSite, _ edit: Edit) throws(EditRefusal) {
    guard let collection = site.parent else { return }
    let isMapping = collection.kind == .mapping
    guard collection.entryCount > 1 else {
      return try removeOnly(site, of: collection, isMapping ? [:] : [], edit)
    }
    if collection.style == .block {
      try removeLines(site.ordinal, of: collection, isAtRoot: site.grandparent == nil, edit)
    } else if collection.isBracketed {
      removeFromBrackets(site.ordinal, of: collection, edit)
    } else {
      throw .shape(collection, "this pair stands alone in a list", edit)
    }
  }

  /// Leaves an empty collection, which isn't the same as nothing.
  private mutating func removeOnly(
    _ site: EditSite,
    of collection: YAMLNode,
    _ empty: YAMLValue,
    _ edit: Edit
  ) throws(EditRefusal) {
    let own = collection.bytes
    if collection.isBracketed {
      splice(own.lowerBound + 1..<own.upperBound - 1, "", edit)
    } else if collection.style == .flow {
      throw .shape(collection, "this pair stands alone in a list", edit)
    } else {
      let holder = EditSite(holding: collection, in: document)
      try replace(holder, with: empty, edit)
    }
  }

  private mutating func removeLines(
    _ ordinal: Int,
    of collection: YAMLNode,
    isAtRoot: Bool,
    _ edit: Edit
  ) throws(EditRefusal) {
    let start = try start(ofEntry: ordinal, in: collection, edit)
    let end = layout.endOfLines(
      after: layout.end(ofEntry: ordinal, in: collection),
      column: layout.column(of: start)
    )
    let next = end + bytes.lineBreak(at: end)
    guard layout.isFirstOnLine(start) else {
      return splice(start..<bytes.skippingBlankLines(from: next), "", edit)
    }
    // A comment above the very first key speaks of the whole file.
    let isHeading = ordinal == 0 && isAtRoot
    let limit = ordinal > 0 ? bytes.lineAfter(layout.end(ofEntry: ordinal - 1, in: collection)) : 0
    let first = isHeading ? bytes.lineStart(of: start) : layout.startOfHead(of: start, notBefore: limit)
    // Text that came to stand last would lose its line break with that of the file.
    let isLastLine = next == end && !followsTextWithBreak(collection, ordinal)
    // Blank lines that came to stand below text which keeps them would become part of it.
    let last = followsKeptBlankLines(collection, ordinal) ? bytes.startOfLine(afterBlankLinesFrom: next) : next
    splice(first - (isLastLine ? layout.breakLength(before: first) : 0)..<last, "", edit)
  }

  /// Whether what stands before the entry is a block scalar that keeps the blank lines below it.
  func followsKeptBlankLines(_ collection: YAMLNode, _ ordinal: Int) -> Bool {
    let entry = collection.entry(at: ordinal)
    let node = entry.key ?? entry.value
    guard node.index > 0 else { return false }
    let before = document.storage.tape.entries[node.index - 1]
    guard before.kind == .scalar, before.style.isBlockScalar else { return false }
    return bytes[Int(before.start)..<bytes.endOfHeader(at: Int(before.start))].contains(UInt8(ascii: "+"))
  }

  /// Whether what stands before the entry ends in text whose last line break counts.
  private func followsTextWithBreak(_ collection: YAMLNode, _ ordinal: Int) -> Bool {
    guard ordinal > 0 else { return false }
    let header = layout.header(ofTextAtEndOf: collection.entry(at: ordinal - 1).value)
    return !header.isEmpty && !header.contains(Mark.dash)
  }

  private mutating func removeFromBrackets(_ ordinal: Int, of collection: YAMLNode, _ edit: Edit) {
    let count = collection.entryCount
    let start = layout.start(ofEntry: ordinal, in: collection)
    let end = layout.end(ofEntry: ordinal, in: collection)
    let comma = bytes.skippingGap(from: end)
    let hasComma = bytes.byte(at: comma) == Mark.comma
    let lineEnd = bytes.lineEnd(from: end)
    let isWholeLine = layout.isFirstOnLine(start) && isNothingButComma(from: end, to: lineEnd)
    if isWholeLine {
      splice(bytes.lineStart(of: start)..<lineEnd + bytes.lineBreak(at: lineEnd), "", edit)
    } else if ordinal + 1 < count {
      splice(start..<layout.start(ofEntry: ordinal + 1, in: collection), "", edit)
    } else {
      splice(layout.end(ofEntry: ordinal - 1, in: collection)..<end, "", edit)
    }
    guard isWholeLine, !hasComma, ordinal > 0 else { return }
    let previous = bytes.skippingGap(from: layout.end(ofEntry: ordinal - 1, in: collection))
    if bytes.byte(at: previous) == Mark.comma { splice(previous..<previous + 1, "", edit) }
  }

  /// Whether a line holds no more than a comma and a comment after `offset`.
  func isNothingButComma(from offset: Int, to lineEnd: Int) -> Bool {
    let rest = bytes.skippingBlanks(from: offset)
    let text = bytes.byte(at: rest) == Mark.comma ? bytes.skippingBlanks(from: rest + 1) : rest
    return text >= lineEnd || layout.isComment(at: text)
  }
}

extension [UInt8] {
  /// The first offset from `offset` on that is neither blank nor a line break.
  func skippingBlankLines(from offset: Int) -> Int {
    var end = skippingBlanks(from: offset)
    while end < count, lineBreak(at: end) > 0 { end = skippingBlanks(from: end + lineBreak(at: end)) }
    return end
  }

  /// The beginning of the first line from `offset` on, itself a line's beginning, that isn't blank.
  func startOfLine(afterBlankLinesFrom offset: Int) -> Int {
    var line = offset
    while line < count {
      let text = skippingBlanks(from: line)
      guard lineBreak(at: text) > 0 else { return text == count ? count : line }
      line = text + lineBreak(at: text)
    }
    return line
  }
}
