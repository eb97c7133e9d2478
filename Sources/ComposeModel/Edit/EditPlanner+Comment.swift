internal import SourceDiagnostics

extension EditPlanner {
  /// Plans the comment that the entry at `site` has above it or beside it.
  mutating func planComment(
    _ site: EditSite,
    _ text: String?,
    _ place: Edit.CommentPlace,
    _ edit: Edit
  ) throws(EditRefusal) {
    guard let collection = site.parent, let parent = edit.path.parent else {
      throw .commentPlace(site.node, "a comment belongs to a key or an item", help: "end the path in one", edit)
    }
    let text = try CommentText(text, place, edit)
    switch place {
    case .above: try planComment(above: site, of: collection, parent, text, edit)
    case .beside: try planComment(beside: site, text, edit)
    }
  }

  private mutating func planComment(
    above site: EditSite,
    of collection: YAMLNode,
    _ parent: YAMLPath,
    _ text: CommentText,
    _ edit: Edit
  ) throws(EditRefusal) {
    let start = try start(ofEntry: site.ordinal, in: collection, edit)
    guard layout.isFirstOnLine(start) else {
      let help = parent.components.isEmpty ? "comment beside it" : "comment `\(parent)` instead"
      throw .commentPlace(site.key ?? site.node, "it doesn't begin its line", help: help, edit)
    }
    let isAtRoot = site.grandparent == nil
    let lineBreak = layout.lineBreak(near: start)
    let next = lineBreak + bytes.text(bytes.lineStart(of: start)..<start)
    let new = text.lines.joined(separator: next)
    guard let head = layout.head(ofEntry: site.ordinal, in: collection, isAtRoot: isAtRoot) else {
      let heading = layout.heading(of: site.ordinal, in: collection, isAtRoot: isAtRoot)
      return try addComment(new, above: start, of: site, apartFrom: heading, next, edit)
    }
    let line = bytes.lineStart(of: start)
    guard !new.isEmpty else { return splice(bytes.lineStart(of: head.lowerBound)..<line, "", edit) }
    let old = head.lowerBound..<line - layout.breakLength(before: line)
    if bytes.text(old) != new { splice(old, new, edit) }
  }

  /// Adds a comment where the entry has none; a blank line keeps it apart from one that speaks of the whole file.
  private mutating func addComment(
    _ text: String,
    above start: Int,
    of site: EditSite,
    apartFrom heading: Range<Int>?,
    _ next: String,
    _ edit: Edit
  ) throws(EditRefusal) {
    guard let heading else { return splice(start..<start, text.isEmpty ? "" : text + next, edit) }
    guard !text.isEmpty else {
      let message = "the comment above it begins the file and speaks of all of it"
      throw .commentPlace(site.key ?? site.node, message, help: "remove it by hand", edit)
    }
    if bytes.text(heading) != text { splice(start..<start, layout.lineBreak(near: start) + text + next, edit) }
  }

  private mutating func planComment(beside site: EditSite, _ text: CommentText, _ edit: Edit) throws(EditRefusal) {
    let place = try besides(site, edit)
    if site.node.style.isBlockScalar { expect(.commented(text: site.node.index), edit) }
    switch (place.comment, text.lines.first) {
    case (nil, nil): break
    case (let old?, nil): splice(place.end..<old.upperBound, "", edit)
    case (let old?, let new?): if bytes.text(old) != new { splice(old, new, edit) }
    case (nil, let new?):
      let gap = gapBeforeComment(of: site, from: place.end, edit)
      splice(place.end..<bytes.skippingBlanks(from: place.end), gap + new, edit)
    }
  }

  /// What stands before a comment beside an entry.
  private struct Beside {
    /// Where the text ends.
    let end: Int
    /// The comment that is there.
    let comment: Range<Int>?
  }

  /// Where a comment beside the entry at `site` stands or would stand.
  private func besides(_ site: EditSite, _ edit: Edit) throws(EditRefusal) -> Beside {
    let end = try endOfText(at: site, edit)
    let text = bytes.skippingBlanks(from: end)
    if layout.isComment(at: text) { return Beside(end: end, comment: text..<bytes.lineEnd(from: text)) }
    guard text == bytes.lineEnd(from: text) else {
      let help = site.isInFlow ? "comment what holds the brackets" : "comment above it"
      throw .commentPlace(site.key ?? site.node, "more follows on its line", help: help, edit)
    }
    return Beside(end: end, comment: nil)
  }

  private func endOfText(at site: EditSite, _ edit: Edit) throws(EditRefusal) -> Int {
    let node = site.node
    guard let collection = site.parent else { return node.bytes.upperBound }
    if site.isInFlow {
      let end = layout.end(ofEntry: site.ordinal, in: collection)
      let comma = bytes.skippingBlanks(from: end)
      return bytes.byte(at: comma) == Mark.comma ? comma + 1 : end
    }
    if node.style.isBlockScalar { return bytes.endOfHeader(at: node.bytes.lowerBound) }
    let holder = endOfHolder(site)
    guard node.kind != .scalar, node.style == .block else {
      return max(layout.end(ofEntry: site.ordinal, in: collection), holder)
    }
    guard bytes.lineStart(of: holder) != bytes.lineStart(of: node.bytes.lowerBound) else {
      let first = node.pairs.first.map { edit.path.appending(key: $0.key.name) } ?? edit.path.appending(index: 0)
      let message = "its first line is that of `\(first)`"
      throw .commentPlace(node, message, help: "comment that, or above", edit)
    }
    return holder
  }

  /// The blanks before a new comment: those before the comments of its neighbours, or before another of the file.
  private func gapBeforeComment(of site: EditSite, from end: Int, _ edit: Edit) -> String {
    let near = neighbours(of: site).compactMap { neighbour -> Beside? in
      let beside = try? besides(neighbour, edit)
      return beside?.comment == nil ? nil : beside
    }
    let places = near.map { (end: $0.end, start: $0.comment?.lowerBound ?? $0.end) }
    if let column = commonColumn(of: places.map(\.start)), Set(places.map { $0.start - $0.end }).count > 1 {
      let width = column - layout.width(before: end)
      if width > 0 { return String(repeating: " ", count: width) }
    }
    if let nearest = places.first { return bytes.text(nearest.end..<nearest.start) }
    let other = document.comments.lazy.map(\.lowerBound).first { !layout.isFirstOnLine($0) }
    return other.map { bytes.text(bytes.endOfText(before: $0)..<$0) } ?? " "
  }

  /// The column in which all of at least two comments begin.
  private func commonColumn(of comments: [Int]) -> Int? {
    let columns = Set(comments.map(layout.width(before:)))
    return comments.count > 1 && columns.count == 1 ? columns.first : nil
  }

  /// Up to 32 entries of the same collection, nearest first.
  private func neighbours(of site: EditSite) -> [EditSite] {
    guard let collection = site.parent else { return [] }
    let entries: [(key: YAMLNode?, node: YAMLNode)] =
      collection.kind == .mapping
      ? collection.pairs.map { ($0.key, $0.value) } : collection.items.map { (nil, $0) }
    let near = (1...16).flatMap { [site.ordinal - $0, site.ordinal + $0] }.filter(entries.indices.contains)
    return near.map { ordinal in
      EditSite(
        node: entries[ordinal].node,
        key: entries[ordinal].key,
        parent: collection,
        ordinal: ordinal,
        grandparent: site.grandparent
      )
    }
  }
}

extension SourceLayout {
  /// How many characters stand before `offset` on its line.
  fileprivate func width(before offset: Int) -> Int { prefix(of: offset).count { $0 & 0xC0 != 0x80 } }
}
