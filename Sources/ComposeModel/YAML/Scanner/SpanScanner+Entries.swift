extension SpanScanner {
  /// Takes the dashes of a line whose text begins at `start`, then what follows them.
  ///
  /// - Returns: where the next line begins.
  @inline(__always) mutating func takeEntries(at start: Int, column: Int) throws(Unfamiliar) -> Int {
    var offset = start
    var column = column
    while isDash(at: offset) {
      try takeDash(at: offset, column: column)
      let next = skippingSpaces(from: offset &+ 1)
      column &+= next &- offset
      offset = next
      guard source[offset] != Mark.tab else { throw Unfamiliar() }
      if isLineEnd(at: offset) { return try takeLineEnd(at: offset) }
    }
    return try takeNode(at: offset, column: column)
  }

  /// Takes a dash: the next item of the list at its column, or the first of a new one.
  @inline(__always) private mutating func takeDash(at offset: Int, column: Int) throws(Unfamiliar) {
    if innermost.kind == .sequence, Int(innermost.column) == column {
      if innermost.awaitsNode { try appendNothing() }
    } else {
      try claimPlaceOfList(at: column)
      try begin(.sequence, at: offset, column: column, .block)
    }
    awaitNode(at: offset &+ 1)
  }

  /// Takes a key with its value, or a value for what awaits one.
  @inline(__always) private mutating func takeNode(at start: Int, column: Int) throws(Unfamiliar) -> Int {
    switch source[start] {
    case Mark.doubleQuote, Mark.singleQuote:
      let text = try quotedText(at: start)
      let colon = skippingSpaces(from: text.end)
      guard source[colon] == Mark.colon else {
        try claimPlace(at: column)
        try append(.scalar, start, text.end, text.style, text.traits)
        return try takeLineEnd(at: text.end)
      }
      guard isBlankOrBreak(source[colon &+ 1]), !text.hasLineBreak else { throw Unfamiliar() }
      return try takePair(at: start, text.end, text.style, text.traits, colon: colon, column: column)
    case Mark.openBracket, Mark.openBrace, Mark.literal, Mark.folded, Mark.alias:
      try claimPlace(at: column)
      return try takeValue(at: start)
    case Mark.anchor, Mark.tag:
      return try takeItemWithProperties(at: start, column: column)
    default:
      guard beginsPlainText(at: start) else { throw Unfamiliar() }
      let stop = plainTextStop(from: start)
      let end = endOfText(from: start, before: stop)
      if source[stop] == Mark.colon {
        return try takePair(at: start, end, .plain, [], colon: stop, column: column)
      }
      // Text without quotes as a root is rare, and may go on at the left margin.
      guard innermost.kind != .document else { throw Unfamiliar() }
      try claimPlace(at: column)
      try append(.scalar, start, end, .plain)
      return try takeEnd(ofPlainTextAt: stop)
    }
  }

  /// Takes an item that has an anchor or a tag.
  ///
  /// Before a key it would be the key's, and elsewhere it is rare.
  @inline(never) private mutating func takeItemWithProperties(at start: Int, column: Int) throws(Unfamiliar) -> Int {
    guard innermost.kind == .sequence, innermost.awaitsNode, properties.isEmpty else { throw Unfamiliar() }
    let offset = try takeProperties(at: start)
    guard !isLineEnd(at: offset) else {
      awaitNode(at: offset)
      return try takeLineEnd(at: offset)
    }
    try claimPlace(at: column)
    return try takeValue(at: offset)
  }

  /// Takes a key and the value on its line.
  @inline(__always) private mutating func takePair(
    at start: Int,
    _ end: Int,
    _ style: YAMLStyle,
    _ traits: Tape.Traits,
    colon: Int,
    column: Int
  ) throws(Unfamiliar) -> Int {
    // A key is found within 1024 characters, as libyaml looks for its colon.
    guard colon &- start <= 1_000 else { throw Unfamiliar() }
    if innermost.kind == .mapping, Int(innermost.column) == column {
      if innermost.awaitsNode { try appendNothing() }
    } else {
      try claimPlace(at: column)
      try begin(.mapping, at: start, column: column, .block)
    }
    try appendKey(start, end, style, traits)
    var offset = skippingBlanks(from: colon &+ 1)
    if source[offset] == Mark.anchor || source[offset] == Mark.tag { offset = try takeProperties(at: offset) }
    guard !isLineEnd(at: offset) else {
      awaitNode(at: colon &+ 1)
      return try takeLineEnd(at: offset)
    }
    return try takeValue(at: offset)
  }

  /// Takes the value at `offset`, whose place is its own already, and the rest of its line.
  private mutating func takeValue(at offset: Int) throws(Unfamiliar) -> Int {
    switch source[offset] {
    case Mark.doubleQuote, Mark.singleQuote:
      let text = try quotedText(at: offset)
      try append(.scalar, offset, text.end, text.style, text.traits)
      return try takeLineEnd(at: text.end)
    case Mark.openBracket, Mark.openBrace: return try takeLineEnd(at: takeFlowCollection(at: offset))
    case Mark.literal, Mark.folded: return try takeBlockScalar(at: offset)
    case Mark.alias: return try takeLineEnd(at: takeAlias(at: offset))
    default: return try takePlainText(at: offset)
    }
  }
}
