internal import SourceDiagnostics

extension EditPlanner {
  /// Moves an entry between brackets; what separates the entries stays where it is.
  mutating func moveInBrackets(
    _ site: EditSite,
    to place: EntryPlace,
    in collection: YAMLNode,
    _ edit: Edit
  ) throws(EditRefusal) {
    let first = min(site.ordinal, place.ordinal)
    let last = max(site.ordinal, place.ordinal - 1)
    var slots: [Range<Int>] = []
    for ordinal in first...last {
      slots.append(try start(ofEntry: ordinal, in: collection, edit)..<layout.end(ofEntry: ordinal, in: collection))
    }
    if slots.allSatisfy({ hasLineOfItsOwn($0) }) { return moveLine(site.ordinal, to: place, in: collection, edit) }
    let whole = slots[0].lowerBound..<slots[slots.count - 1].upperBound
    guard document.storage.comments.first(in: whole) == nil else {
      throw .shape(site.node, "a comment stands between the entries that would change places", edit)
    }
    var texts = slots.map { bytes.text($0) }
    texts.insert(texts.remove(at: site.ordinal - first), at: place.ordinal > site.ordinal ? texts.count : 0)
    for (slot, text) in zip(slots, texts) where bytes.text(slot) != text { splice(slot, text, edit) }
  }

  private func hasLineOfItsOwn(_ slot: Range<Int>) -> Bool {
    layout.isFirstOnLine(slot.lowerBound)
      && isNothingButComma(from: slot.upperBound, to: bytes.lineEnd(from: slot.upperBound))
  }

  /// Moves the lines of an entry; the last one has a comma afterwards if the last one had before.
  private mutating func moveLine(_ ordinal: Int, to place: EntryPlace, in collection: YAMLNode, _ edit: Edit) {
    let count = collection.entryCount
    let lines = lines(of: ordinal, in: collection)
    let end = layout.end(ofEntry: ordinal, in: collection)
    var (own, rest) = (bytes.text(lines.lowerBound..<end), bytes.text(end..<lines.upperBound))
    let endsInComma = comma(after: count - 1, in: collection) != nil
    if !endsInComma, ordinal == count - 1 {
      own += ","
      if let comma = comma(after: count - 2, in: collection) { splice(comma..<comma + 1, "", edit) }
    } else if !endsInComma, place.ordinal == count {
      if let comma = comma(after: ordinal, in: collection) { rest = bytes.text(comma + 1..<lines.upperBound) }
      let last = layout.end(ofEntry: count - 1, in: collection)
      splice(last..<last, ",", edit)
    }
    let neighbour = self.lines(of: place.neighbour, in: collection)
    let lineBreak = layout.lineBreak(near: lines.lowerBound)
    splice(lines.lowerBound..<bytes.lineAfter(lines.upperBound), "", edit)
    switch place {
    case .before: splice(neighbour.lowerBound..<neighbour.lowerBound, own + rest + lineBreak, edit)
    case .after: splice(neighbour.upperBound..<neighbour.upperBound, lineBreak + own + rest, edit)
    }
  }

  /// From the head comment's line to the end of the entry's last line.
  private func lines(of ordinal: Int, in collection: YAMLNode) -> Range<Int> {
    let head = layout.head(ofEntry: ordinal, in: collection, isAtRoot: false)
    let start = head?.lowerBound ?? layout.start(ofEntry: ordinal, in: collection)
    return bytes.lineStart(of: start)..<bytes.lineEnd(from: layout.end(ofEntry: ordinal, in: collection))
  }

  /// Where the comma is that ends the entry, on its line.
  private func comma(after ordinal: Int, in collection: YAMLNode) -> Int? {
    let place = bytes.skippingBlanks(from: layout.end(ofEntry: ordinal, in: collection))
    return bytes.byte(at: place) == Mark.comma ? place : nil
  }
}
