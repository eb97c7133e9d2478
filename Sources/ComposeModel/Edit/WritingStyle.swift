/// How new text is to look in a file: as what is there already.
struct WritingStyle {
  /// How many columns a nested mapping is indented.
  var step = 2
  /// How many columns the dashes of a list stand to the right of their key.
  var dashOffset = 2
  /// The quotes to use where some are needed.
  var quotes = YAMLStyle.doubleQuoted
  /// Whether a blank stands inside of braces.
  var padsBraces = false

  /// Looks at the children of `collection` first, then at the collection itself, then at the whole file.
  init(near collection: YAMLNode?, heldBy parent: YAMLNode?, in storage: DocumentStorage) {
    var survey = Survey(storage)
    if let collection { survey.lookAtChildren(of: collection) }
    if let collection, let parent { survey.look(at: collection, heldBy: parent) }
    if !survey.isComplete { survey.lookAtEverything() }
    step = survey.step ?? step
    dashOffset = survey.dashOffset ?? dashOffset
    quotes = survey.singleQuoted > survey.doubleQuoted ? .singleQuoted : .doubleQuoted
    padsBraces = survey.padsBraces ?? false
  }

  /// Writes in block style.
  var block: BlockWriter { BlockWriter(step: step, dashOffset: dashOffset, scalars: ScalarWriter(quotes: quotes)) }

  /// Writes within brackets.
  var flow: FlowWriter { FlowWriter(ScalarWriter(quotes: quotes), padsBraces: padsBraces) }
}

/// What was seen of a file's habits; the first sight of each counts.
private struct Survey {
  var step: Int?
  var dashOffset: Int?
  var singleQuoted = 0
  var doubleQuoted = 0
  var padsBraces: Bool?
  private let storage: DocumentStorage
  private let layout: SourceLayout

  /// The most nodes that are looked at.
  private static let limit = 2_000

  init(_ storage: DocumentStorage) {
    self.storage = storage
    layout = SourceLayout(storage: storage)
  }

  var isComplete: Bool {
    step != nil && dashOffset != nil && padsBraces != nil && singleQuoted != doubleQuoted
  }

  mutating func lookAtChildren(of collection: YAMLNode) {
    for child in storage.tape.children(of: collection.index).prefix(1_000) {
      look(at: YAMLNode(storage: storage, index: child), heldBy: collection)
    }
  }

  mutating func lookAtEverything() {
    var open: [Int] = []
    for index in storage.tape.entries.indices.prefix(Self.limit) {
      while let last = open.last, storage.tape.next(after: last) <= index { open.removeLast() }
      if let parent = open.last {
        look(at: YAMLNode(storage: storage, index: index), heldBy: YAMLNode(storage: storage, index: parent))
      }
      if storage.tape.next(after: index) > index + 1 { open.append(index) }
    }
  }

  mutating func look(at node: YAMLNode, heldBy parent: YAMLNode) {
    switch (node.kind, node.style) {
    case (.scalar, .singleQuoted): singleQuoted += 1
    case (.scalar, .doubleQuoted): doubleQuoted += 1
    case (.mapping, .flow) where node.bytes.count > 2 && node.isBracketed:
      padsBraces = padsBraces ?? (storage.bytes[node.bytes.lowerBound + 1] == Mark.space)
    case (.mapping, .block) where parent.kind == .mapping && parent.style == .block:
      let indentation = indentation(of: node, in: parent)
      if indentation > 0 { step = step ?? indentation }
    case (.sequence, .block) where parent.kind == .mapping && parent.style == .block:
      let indentation = indentation(of: node, in: parent)
      if indentation >= 0 { dashOffset = dashOffset ?? indentation }
    default: break
    }
  }

  private func indentation(of node: YAMLNode, in parent: YAMLNode) -> Int {
    layout.column(of: node.bytes.lowerBound) - layout.column(of: parent.bytes.lowerBound)
  }
}
