/// Where an anchor and a tag stand whose node hasn't come yet.
struct PendingProperties {
  /// Where the anchor stands, `&` included.
  var anchor = 0..<0
  /// Where the tag stands.
  var tag = 0..<0

  /// Where the first of both begins.
  var start: Int {
    guard !anchor.isEmpty, !tag.isEmpty else { return anchor.isEmpty ? tag.lowerBound : anchor.lowerBound }
    return min(anchor.lowerBound, tag.lowerBound)
  }

  /// Where the last of both ends; 0 where there is none.
  var end: Int { max(anchor.upperBound, tag.upperBound) }

  /// Whether there is none.
  @inline(__always) var isEmpty: Bool { anchor.upperBound | tag.upperBound == 0 }
}

extension SpanScanner {
  /// Takes the anchor and the tag that begin at `start`, for the next node, and the blanks behind them.
  mutating func takeProperties(at start: Int) throws(Unfamiliar) -> Int {
    var offset = start
    while true {
      let end: Int
      switch source[offset] {
      case Mark.anchor where properties.anchor.isEmpty:
        end = try endOfName(from: offset &+ 1)
        properties.anchor = offset..<end
      case Mark.tag where properties.tag.isEmpty:
        // `!name` and `!!name`: other tags have to be put together.
        end = try endOfName(from: offset &+ (source[offset &+ 1] == Mark.tag ? 2 : 1))
        properties.tag = offset..<end
      case Mark.anchor, Mark.tag, Mark.alias: throw Unfamiliar()
      default:
        guard !isDash(at: offset) else { throw Unfamiliar() }
        return offset
      }
      guard isBlankOrBreak(source[end]) else { throw Unfamiliar() }
      offset = skippingBlanks(from: end)
    }
  }

  /// Gives the node that was put on the tape last the anchor and the tag before it.
  mutating func attachProperties() {
    let node = entries.count - 1
    var found = NodeProperties(node: node)
    if !properties.anchor.isEmpty {
      let name = source.text(properties.anchor.lowerBound + 1, properties.anchor.upperBound)
      anchors[name] = node
      found.anchor = name
      found.anchorBytes = properties.anchor
    }
    if !properties.tag.isEmpty {
      found.tag = source.text(properties.tag.lowerBound, properties.tag.upperBound)
      found.tagBytes = properties.tag
    }
    tape.properties.append(found)
    entries[node].traits.insert(.hasProperties)
    properties = PendingProperties()
  }

  /// Takes `*name`.
  ///
  /// - Returns: where the name ends.
  mutating func takeAlias(at start: Int) throws(Unfamiliar) -> Int {
    let end = try endOfName(from: start &+ 1)
    guard properties.isEmpty, let target = anchors[source.text(start &+ 1, end)] else { throw Unfamiliar() }
    try append(.alias, start, end, .plain)
    tape.aliases.append(entries.count - 1)
    entries[entries.count - 1].link = UInt32(truncatingIfNeeded: target)
    return end
  }

  /// Where the name ends that begins at `start`.
  private func endOfName(from start: Int) throws(Unfamiliar) -> Int {
    var end = start
    while source[end].isInName { end &+= 1 }
    guard end > start else { throw Unfamiliar() }
    return end
  }
}
