internal import OrderedCollections
internal import SourceDiagnostics

extension EditPlanner {
  /// Replaces the whole text of what stands at `site`.
  mutating func replace(_ site: EditSite, with value: YAMLValue, _ edit: Edit) throws(EditRefusal) {
    let style = WritingStyle(near: site.parent, heldBy: site.grandparent, in: document.storage)
    let isBlock = !site.isInFlow && value.isCollectionWithEntries && !(site.node.isBracketed && value.isFlat)
    if isBlock {
      try replaceByLines(site, value, style, edit)
    } else if site.node.kind != .scalar, site.node.style == .block {
      try replaceBlockByLine(site, value, style, edit)
    } else if case .string(let text) = value, !site.isInFlow, let block = try literal(for: text, at: site, edit) {
      try replaceByLiteral(site, block, style, edit)
    } else {
      replaceOnLine(site, value, style, edit)
    }
  }

  /// Writes `value` where the old one is, on its line.
  private mutating func replaceOnLine(_ site: EditSite, _ value: YAMLValue, _ style: WritingStyle, _ edit: Edit) {
    let node = site.node
    let hint = node.kind == .scalar && node.style.isQuoted ? node.style : site.parent?.commonQuotes ?? .plain
    let text = onOneLine(value, style, isInFlow: site.isInFlow || value.isCollectionWithEntries, like: hint)
    if node.bytes.isEmpty {
      fill(site, with: text, edit)
    } else if node.style.isBlockScalar {
      let header = node.bytes.lowerBound..<min(bytes.lineEnd(from: node.bytes.lowerBound), node.bytes.upperBound)
      let comment = document.storage.comments.first(in: header)
      let end = comment.map { bytes.endOfText(before: $0.lowerBound) } ?? node.bytes.upperBound
      splice(startWithoutTag(of: node)..<end, text, edit)
      if let comment { splice(comment.upperBound..<max(comment.upperBound, node.bytes.upperBound), "", edit) }
    } else {
      splice(startWithoutTag(of: node)..<node.bytes.upperBound, text, edit)
    }
  }

  private func onOneLine(_ value: YAMLValue, _ style: WritingStyle, isInFlow: Bool, like hint: YAMLStyle) -> String {
    let text = isInFlow ? nil : style.block.scalars.text(value, like: hint)
    return text ?? style.flow.text(value, like: hint)
  }

  /// Writes `text` where no value is written yet.
  mutating func fill(_ site: EditSite, with text: String, _ edit: Edit) {
    let node = site.node
    if node.hasTagThatGoes, let tag = document.storage.tape.properties(of: node.index)?.tagBytes {
      return splice(tag, text, edit)
    }
    let place = node.bytes.lowerBound
    let hasColon = site.key == nil || place > (site.key?.bytes.upperBound ?? 0)
    let blanks = bytes.skippingBlanks(from: place)
    let isLineEnd = blanks == bytes.count || bytes.lineBreak(at: blanks) > 0
    if !hasColon {
      splice(place..<place, ": " + text, edit)
    } else if isLineEnd, blanks > place {
      splice(place + 1..<place + 1, text, edit)
    } else {
      let needsBlank = site.parent != nil || site.node.anchor != nil
      splice(place..<place, (needsBlank ? " " : "") + text, edit)
    }
  }

  /// Writes a value on one line in the place of a collection on several.
  private mutating func replaceBlockByLine(
    _ site: EditSite,
    _ value: YAMLValue,
    _ style: WritingStyle,
    _ edit: Edit
  ) throws(EditRefusal) {
    let node = site.node
    let own = node.bytes
    let holder = endOfHolder(site)
    let isOnHolderLine = bytes.lineStart(of: holder) == bytes.lineStart(of: own.lowerBound)
    let text = onOneLine(value, style, isInFlow: value.isCollectionWithEntries, like: .plain)
    let column = site.parent == nil ? -1 : layout.column(of: try startOfEntry(at: site, edit))
    let end = layout.endOfLines(after: own.upperBound, column: column)
    if isOnHolderLine || site.parent == nil {
      splice(startWithoutTag(of: node)..<max(end, own.upperBound), text, edit)
    } else {
      splice(holder..<holder, " " + text, edit)
      let rest = bytes.lineEnd(from: holder)
      splice(rest..<max(rest, end), "", edit)
      if node.hasTagThatGoes { throw .shape(node, "its tag stands in the way", edit) }
    }
  }

  /// Where what comes before the value ends: its key's colon, its dash, its anchor or tag.
  func endOfHolder(_ site: EditSite) -> Int {
    let node = site.node
    let properties = document.storage.tape.properties(of: node.index)
    if let end = [properties?.anchorBytes, properties?.tagBytes].compactMap(\.self).map(\.upperBound).max() {
      return end
    }
    if let key = site.key { return bytes.skippingBlanks(from: key.bytes.upperBound) + 1 }
    guard let parent = site.parent, !parent.isBracketed else { return node.bytes.lowerBound }
    return layout.start(ofEntry: site.ordinal, in: parent) + 1
  }

  /// Where the text to replace begins: the node's own, or its tag if that has to go.
  func startWithoutTag(of node: YAMLNode) -> Int {
    guard node.hasTagThatGoes, let properties = document.storage.tape.properties(of: node.index) else {
      return node.bytes.lowerBound
    }
    guard let tag = properties.tagBytes?.lowerBound, tag > properties.anchorBytes?.lowerBound ?? -1 else {
      return node.bytes.lowerBound
    }
    return tag
  }
}

extension YAMLNode {
  /// The quotes in which all of a collection's texts stand that could do without; nil if some do.
  var commonQuotes: YAMLStyle? {
    var common: YAMLStyle?
    for scalar in values(atMost: 1_000) where scalar.kind == .scalar {
      guard case .string(let text)? = scalar.scalar else { continue }
      guard scalar.style.isQuoted else { return nil }
      guard PlainText.isSafe(text, inFlow: style == .flow) else { continue }
      guard common == nil || common == scalar.style else { return nil }
      common = scalar.style
    }
    return common
  }
}

extension YAMLValue {
  /// Whether it is a collection that holds something.
  var isCollectionWithEntries: Bool {
    switch self {
    case .sequence(let items): !items.isEmpty
    case .mapping(let pairs): !pairs.isEmpty
    default: false
    }
  }

  /// Whether no collection within it holds anything.
  var isFlat: Bool {
    switch self {
    case .sequence(let items): !items.contains(where: \.isCollectionWithEntries)
    case .mapping(let pairs): !pairs.values.contains(where: \.isCollectionWithEntries)
    default: true
    }
  }
}

extension [UInt8] {
  /// Where the text ends that stands before `offset` on its line, without the blanks between.
  func endOfText(before offset: Int) -> Int {
    var end = offset
    while end > 0, self[end - 1] == Mark.space || self[end - 1] == Mark.tab { end -= 1 }
    return end
  }
}
