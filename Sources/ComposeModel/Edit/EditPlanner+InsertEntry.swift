internal import SourceDiagnostics

/// A pair or an item to add to a collection.
struct NewEntry {
  /// The pair's key; nil for an item.
  var key: String?
  /// What it holds.
  var value: YAMLValue
  /// Where it goes.
  var place: EntryPlace
}

/// Where among a collection's entries a new one goes.
enum EntryPlace {
  /// Directly before the entry with this number.
  case before(Int)
  /// Directly after it.
  case after(Int)

  /// The number that the new entry gets.
  var ordinal: Int {
    switch self {
    case .before(let entry): entry
    case .after(let entry): entry + 1
    }
  }

  /// The entry beside it.
  var neighbour: Int {
    switch self {
    case .before(let entry), .after(let entry): entry
    }
  }
}

extension EditPlanner {
  /// Writes `entry` beside those that `collection` holds, which `parent` holds.
  mutating func insert(
    _ entry: NewEntry,
    in collection: YAMLNode,
    heldBy parent: YAMLNode?,
    _ edit: Edit
  ) throws(EditRefusal) {
    let style = WritingStyle(near: collection, heldBy: parent, in: document.storage)
    if collection.style == .block {
      try insertLines(of: entry, in: collection, isAtRoot: parent == nil, style, edit)
    } else if collection.isBracketed {
      try insertInBrackets(entry, in: collection, style, edit)
    } else {
      throw .shape(collection, "this pair stands alone in a list", edit)
    }
  }

  private mutating func insertLines(
    of entry: NewEntry,
    in collection: YAMLNode,
    isAtRoot: Bool,
    _ style: WritingStyle,
    _ edit: Edit
  ) throws(EditRefusal) {
    let neighbour = entry.place.neighbour
    let start = try start(ofEntry: neighbour, in: collection, edit)
    let column = layout.column(of: start)
    let indentation = String(repeating: " ", count: column)
    let lineBreak = layout.lineBreak(near: start)
    let hint = collection.commonQuotes ?? .plain
    let end = layout.endOfLines(after: layout.end(ofEntry: neighbour, in: collection), column: column)
    var writer = style.block
    writer.usesLiterals = layout.hasRoomForBlockScalar(at: end, column: column)
    let lines =
      if let key = entry.key {
        writer.lines(ofPair: writer.key(key, like: collection.commonKeyQuotes ?? .plain), entry.value, like: hint)
      } else {
        writer.lines(ofItem: entry.value, gap: gapAfterDash(at: start), like: hint)
      }
    let text = joined(lines, column: column, near: start)
    let gap = separatesByBlankLines(collection) ? lineBreak : ""
    switch entry.place {
    case .after:
      let node = collection.entry(at: neighbour).value
      let header = layout.header(ofTextAtEndOf: node)
      guard end < bytes.count || header.isEmpty || header.contains(Mark.dash) else {
        throw .missingLineBreak(node, edit)
      }
      splice(end..<end, lineBreak + gap + indentation + text, edit)
    case .before:
      // A comment above the very first key speaks of the whole file.
      let isHeading = isAtRoot && neighbour == 0
      let head = isHeading || !layout.isFirstOnLine(start) ? start : layout.startOfHead(of: start, notBefore: 0)
      let place = layout.isComment(at: bytes.skippingBlanks(from: head)) ? head + column : start
      splice(place..<place, text + lineBreak + gap + indentation, edit)
    }
  }

  private mutating func insertInBrackets(
    _ entry: NewEntry,
    in collection: YAMLNode,
    _ style: WritingStyle,
    _ edit: Edit
  ) throws(EditRefusal) {
    let hint = collection.commonQuotes ?? .plain
    let pair = entry.key.map { style.flow.pair($0, entry.value, like: hint) }
    let text = pair ?? style.flow.text(entry.value, like: hint)
    let neighbour = entry.place.neighbour
    let start = try start(ofEntry: neighbour, in: collection, edit)
    let isOnOwnLine = layout.isFirstOnLine(start)
    let nextLine = isOnOwnLine ? layout.lineBreak(near: start) + bytes.text(range(of: layout.prefix(of: start))) : " "
    if case .before = entry.place { return splice(start..<start, text + "," + nextLine, edit) }
    let end = layout.end(ofEntry: neighbour, in: collection)
    let lineEnd = bytes.lineEnd(from: end)
    let rest = bytes.skippingBlanks(from: end)
    let isFollowedByComma = bytes.byte(at: rest) == Mark.comma
    let afterComma = isFollowedByComma ? bytes.skippingBlanks(from: rest + 1) : rest
    if isOnOwnLine, afterComma < lineEnd, layout.isComment(at: afterComma) {
      if !isFollowedByComma { splice(end..<end, ",", edit) }
      splice(lineEnd..<lineEnd, nextLine + text + (isFollowedByComma ? "," : ""), edit)
    } else {
      splice(end..<end, "," + nextLine + text, edit)
    }
  }

  /// How many blanks stand between the dash at `start` and the item after it on its line.
  private func gapAfterDash(at start: Int) -> Int {
    let text = bytes.skippingBlanks(from: start + 1)
    let isOnLine = text < bytes.count && bytes.lineBreak(at: text) == 0 && !layout.isComment(at: text)
    return isOnLine ? max(text - start - 1, 1) : 1
  }

  /// Whether a blank line stands between all the entries of a mapping of collections.
  private func separatesByBlankLines(_ collection: YAMLNode) -> Bool {
    let pairs = collection.pairs
    guard pairs.count > 1, pairs.count <= 1_000, pairs.allSatisfy({ $0.value.kind != .scalar }) else { return false }
    return pairs.indices.dropFirst().allSatisfy { ordinal in
      layout.hasBlankLine(
        from: layout.end(ofEntry: ordinal - 1, in: collection),
        to: layout.start(ofEntry: ordinal, in: collection)
      )
    }
  }

  private func range(of slice: ArraySlice<UInt8>) -> Range<Int> { slice.startIndex..<slice.endIndex }
}

extension YAMLNode {
  /// The quotes in which all of a mapping's keys stand; nil if some stand without.
  var commonKeyQuotes: YAMLStyle? {
    let keys = pairs.prefix(1_000).map(\.key).filter { !$0.isMergeKey }
    guard let first = keys.first?.style, first.isQuoted else { return nil }
    return keys.allSatisfy { $0.style == first } ? first : nil
  }
}
