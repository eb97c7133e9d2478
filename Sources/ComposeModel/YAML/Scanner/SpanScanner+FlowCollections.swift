/// What may come next within brackets.
private enum FlowPlace {
  /// An item, a key, or the closing bracket.
  case entry
  /// A mapping's colon; or no value comes, and the next entry or the end does.
  case colon
  /// The value after a colon; or none, and the next entry or the end.
  case value
  /// A comma or the closing bracket.
  case comma
}

extension SpanScanner {
  /// Takes the collection whose bracket opens at `start`, and all within it.
  ///
  /// - Returns: where it ends.
  mutating func takeFlowCollection(at start: Int) throws(Unfamiliar) -> Int {
    let depth = outer.count
    var place = FlowPlace.entry
    var key = start
    var offset = try beginFlowCollection(at: start)
    while outer.count > depth {
      let next = try skippingFlowGap(from: offset)
      // A key's colon stands on its line, and an anchor beside its node.
      let mayBreak = properties.isEmpty && (place != .colon || source[next.offset].isFlowEnd)
      guard next.isOnLine || mayBreak else { throw Unfamiliar() }
      offset = next.offset
      switch (source[offset], place) {
      case (Mark.closeBracket, _), (Mark.closeBrace, _):
        offset = try endFlowCollection(at: offset, place)
        place = .comma
      case (Mark.comma, .colon), (Mark.comma, .value), (Mark.comma, .comma):
        try takeMissingValue(place)
        place = .entry
        offset &+= 1
      case (Mark.colon, .colon):
        // A key is found within 1024 characters, as libyaml looks for its colon.
        guard offset &- key <= 1_000 else { throw Unfamiliar() }
        innermost.placeOfNothing = UInt32(truncatingIfNeeded: offset &+ 1)
        place = .value
        offset &+= 1
      case (Mark.openBracket, .value), (Mark.openBrace, .value):
        offset = try beginFlowCollection(at: offset)
        place = .entry
      case (Mark.openBracket, .entry), (Mark.openBrace, .entry):
        guard isInFlowSequence else { throw Unfamiliar() }
        offset = try beginFlowCollection(at: offset)
      case (Mark.anchor, .entry), (Mark.tag, .entry), (Mark.anchor, .value), (Mark.tag, .value):
        guard properties.isEmpty else { throw Unfamiliar() }
        offset = try takeProperties(at: offset)
      case (Mark.alias, .entry), (Mark.alias, .value):
        guard isInFlowSequence || place == .value else { throw Unfamiliar() }
        offset = try takeAlias(at: offset)
        place = .comma
      case (_, .entry), (_, .value):
        let isKey = place == .entry && !isInFlowSequence
        key = properties.isEmpty ? offset : properties.start
        offset = try takeFlowScalar(at: offset, isKey: isKey)
        place = isKey ? .colon : .comma
      default: throw Unfamiliar()
      }
    }
    return offset
  }

  private var isInFlowSequence: Bool { innermost.kind == .sequence }

  private mutating func beginFlowCollection(at start: Int) throws(Unfamiliar) -> Int {
    try begin(source[start] == Mark.openBrace ? .mapping : .sequence, at: start, column: Int(Int32.max), .flow)
    return start &+ 1
  }

  private mutating func endFlowCollection(at offset: Int, _ place: FlowPlace) throws(Unfamiliar) -> Int {
    guard isInFlowSequence == (source[offset] == Mark.closeBracket) else { throw Unfamiliar() }
    try takeMissingValue(place)
    endInnermost(at: offset &+ 1)
    return offset &+ 1
  }

  /// Takes the value that a key without one has: it stands behind the colon, or behind the key.
  private mutating func takeMissingValue(_ place: FlowPlace) throws(Unfamiliar) {
    guard properties.isEmpty else { throw Unfamiliar() }
    let missing = place == .value ? Int(innermost.placeOfNothing) : lastEnd
    if place == .value || place == .colon { try append(.scalar, missing, missing, .plain) }
  }

  private mutating func takeFlowScalar(at start: Int, isKey: Bool) throws(Unfamiliar) -> Int {
    switch source[start] {
    case Mark.singleQuote, Mark.doubleQuote:
      let text = try quotedText(at: start)
      guard !isKey || !text.hasLineBreak else { throw Unfamiliar() }
      if isKey {
        try appendKey(start, text.end, text.style, text.traits)
      } else {
        try append(.scalar, start, text.end, text.style, text.traits)
      }
      return text.end
    case Mark.colon, Mark.question: throw Unfamiliar()
    default:
      guard beginsPlainText(at: start) else { throw Unfamiliar() }
      let stop = try flowTextStop(from: start)
      let end = endOfText(from: start, before: stop)
      if isKey { try appendKey(start, end, .plain, []) } else { try append(.scalar, start, end, .plain) }
      return stop
    }
  }

  /// Where text without quotes stops within brackets.
  private func flowTextStop(from start: Int) throws(Unfamiliar) -> Int {
    var offset = start
    while true {
      switch source[offset] {
      case Mark.comma, Mark.openBracket, Mark.closeBracket, Mark.openBrace, Mark.closeBrace: return offset
      case Mark.colon:
        let next = source[offset &+ 1]
        if isBlankOrBreak(next) { return offset }
        if next.isFlowIndicator || next == Mark.question { throw Unfamiliar() }
      case Mark.comment: if isBlank(source[offset &- 1]) { return offset }
      case Mark.lineFeed: return offset
      default: break
      }
      offset &+= 1
    }
  }

  /// Skips blanks, comments and line breaks within brackets.
  private mutating func skippingFlowGap(from start: Int) throws(Unfamiliar) -> (offset: Int, isOnLine: Bool) {
    var offset = skippingBlanks(from: start)
    var isOnLine = true
    while isLineEnd(at: offset) {
      let line = try takeLineEnd(at: offset)
      offset = skippingSpaces(from: line)
      let isStrange = source[offset] == Mark.tab || isDocumentMarker(at: line)
      guard line < source.count, !isStrange else { throw Unfamiliar() }
      isOnLine = false
    }
    return (offset, isOnLine)
  }
}

extension UInt8 {
  /// Whether it ends text without quotes within brackets.
  fileprivate var isFlowIndicator: Bool {
    switch self {
    case Mark.comma, Mark.openBracket, Mark.closeBracket, Mark.openBrace, Mark.closeBrace: true
    default: false
    }
  }

  /// Whether it ends an entry within brackets.
  fileprivate var isFlowEnd: Bool { self == Mark.comma || self == Mark.closeBracket || self == Mark.closeBrace }
}
