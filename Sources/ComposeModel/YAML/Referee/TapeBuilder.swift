internal import SourceDiagnostics

/// Makes a ``Tape`` of libyaml's events.
struct TapeBuilder {
  /// What was made so far.
  private(set) var tape = Tape()
  /// What is wrong with it.
  private(set) var diagnostics: [Diagnostic] = []
  /// Whether a limit was passed, so that the rest wasn't read.
  private(set) var isCutShort = false

  private let bytes: [UInt8]
  private let file: String
  private let limits: YAMLLimits
  private var marks: MarkConverter
  private var open: [OpenCollection] = []
  private var anchors: [String: Int] = [:]

  private struct OpenCollection {
    let index: Int
    let isMapping: Bool
    var count = 0
    var lastEnd: Int

    /// Whether the next child is a mapping's value.
    var isAtValue: Bool { isMapping && !count.isMultiple(of: 2) }
  }

  /// Begins an empty tape of `bytes`, of which libyaml reads all but the first `base`.
  init(_ bytes: [UInt8], base: Int, file: String, limits: YAMLLimits) {
    self.bytes = bytes
    self.file = file
    self.limits = limits
    marks = MarkConverter(bytes, base: base)
  }

  /// The byte at the character that libyaml numbers `index`.
  mutating func byte(at index: Int) -> Int { marks.byte(at: index) }

  /// Where the innermost bracket opens that isn't closed yet.
  var openBracket: Int? {
    guard let last = open.last, tape.entries[last.index].style == .flow else { return nil }
    let start = Int(tape.entries[last.index].start)
    return start < bytes.count ? start : nil
  }

  /// Takes in one event; false once a limit is passed.
  mutating func take(_ event: LibYAMLEvent, _ text: Span<UInt8>) -> Bool {
    switch event.kind {
    case .documentStart:
      anchors.removeAll()
    case .scalar:
      addScalar(event, text)
    case .alias:
      addAlias(event)
    case .sequenceStart, .mappingStart:
      openCollection(event)
    case .collectionEnd:
      closeCollection(endingAt: marks.byte(at: event.end))
    case .other:
      break
    }
    return !isCutShort
  }

  private mutating func addScalar(_ event: LibYAMLEvent, _ text: Span<UInt8>) {
    let whole = marks.byte(at: event.start)..<max(marks.byte(at: event.end), marks.byte(at: event.start))
    let properties = bytes.properties(in: whole, atMost: 2)
    var own = min(properties.end, whole.upperBound)..<whole.upperBound
    if own.isEmpty, properties.start == nil {
      own = placeOfNothing(at: own.lowerBound)
    } else if event.style.isBlockScalar {
      own = own.lowerBound..<bytes.endOfBlockScalar(in: own)
    }
    let index = append(.scalar, own, event.style)
    record(properties, event, at: index)
    note(text, at: index, event.style)
    finish(own.upperBound)
  }

  /// Notes how the scalar at `index`, which means `text`, is read from the source.
  private mutating func note(_ text: Span<UInt8>, at index: Int, _ style: YAMLStyle) {
    guard !bytes.holds(text, in: tape.plainBytes(of: index)) else { return }
    tape.entries[index].traits.insert(.isEncoded)
    let reading = String(decoding: text.copy, as: UTF8.self)
    guard ScalarText.read(tape.bytes(of: index), style, in: bytes) != reading else { return }
    tape.entries[index].traits.insert(.hasReading)
    tape.readings[index] = reading
  }

  private mutating func addAlias(_ event: LibYAMLEvent) {
    let start = marks.byte(at: event.start)
    let own = start..<max(start, marks.byte(at: event.end))
    let index = append(.alias, own, .plain)
    let name = event.anchor ?? ""
    if let target = anchors[name] {
      tape.aliases.append(index)
      tape.entries[index].link = UInt32(target)
    } else {
      report(
        .undefinedAlias,
        "there is no anchor `&\(name)` before this alias",
        own,
        help: anchors.keys.sorted().nearest(to: name).map { "write `*\($0)`, or define the anchor above" }
          ?? "define the anchor above, or quote the text if it isn't meant as an alias"
      )
    }
    finish(own.upperBound)
  }

  private mutating func openCollection(_ event: LibYAMLEvent) {
    let start = marks.byte(at: event.start)
    let count = (event.anchor == nil ? 0 : 1) + (event.tag == nil ? 0 : 1)
    let properties = bytes.properties(in: start..<bytes.count, atMost: count)
    let index = append(
      event.kind == .mappingStart ? .mapping : .sequence,
      properties.end..<properties.end,
      event.style
    )
    record(properties, event, at: index)
    open.append(
      OpenCollection(index: index, isMapping: event.kind == .mappingStart, lastEnd: properties.end)
    )
    tape.depth = max(tape.depth, open.count)
    if open.count > limits.depth {
      cut(.tooDeep, "collections are nested more than \(limits.depth) deep", properties.end..<properties.end)
    }
  }

  private mutating func closeCollection(endingAt end: Int) {
    guard let last = open.popLast() else { return }
    let start = Int(tape.entries[last.index].start)
    let first = bytes.byte(at: start)
    let isBracketed = tape.entries[last.index].style == .flow && (first == Mark.openBrace || first == Mark.openBracket)
    let own = max(start, isBracketed ? end : last.lastEnd)
    tape.entries[last.index].end = UInt32(own)
    tape.entries[last.index].link = UInt32(tape.entries.count)
    finish(own)
  }

  /// Appends an entry that, so far, holds nothing but itself.
  private mutating func append(_ kind: YAMLNode.Kind, _ own: Range<Int>, _ style: YAMLStyle) -> Int {
    let index = tape.entries.count
    tape.entries.append(
      Tape.Entry(
        start: UInt32(own.lowerBound),
        end: UInt32(own.upperBound),
        link: Tape.Entry.none,
        kind: kind,
        style: style,
        traits: []
      )
    )
    if open.isEmpty { tape.roots.append(index) }
    if tape.entries.count > limits.nodes {
      cut(.tooManyNodes, "the file holds more than \(limits.nodes) values", own)
    }
    return index
  }

  private mutating func finish(_ end: Int) {
    guard let last = open.indices.last else { return }
    open[last].count += 1
    open[last].lastEnd = max(open[last].lastEnd, end)
  }

  private mutating func record(_ properties: PropertyScan, _ event: LibYAMLEvent, at index: Int) {
    if let name = event.anchor { anchors[name] = index }
    guard properties.start != nil else { return }
    tape.entries[index].traits.insert(.hasProperties)
    tape.properties.append(
      NodeProperties(
        node: index,
        anchor: event.anchor,
        tag: event.tag.map(shortTag),
        anchorBytes: properties.anchor,
        tagBytes: properties.tag
      )
    )
  }

  /// Where a value stands that isn't written: after its colon or dash, or after a key that has no colon.
  private func placeOfNothing(at mark: Int) -> Range<Int> {
    guard let last = open.last, last.isAtValue, mark > last.lastEnd else { return mark..<mark }
    let colon = bytes.skippingGap(from: last.lastEnd)
    let place = colon < mark && bytes.byte(at: colon) == Mark.colon ? colon + 1 : last.lastEnd
    return place..<place
  }

  private mutating func cut(_ code: DiagnosticCode, _ message: String, _ place: Range<Int>) {
    guard !isCutShort else { return }
    isCutShort = true
    report(code, message, place, help: "split the file")
  }

  private mutating func report(_ code: DiagnosticCode, _ message: String, _ place: Range<Int>, help: String) {
    guard diagnostics.count < 100 else { return }
    diagnostics.append(Diagnostic(.error, code, message, labels: [.init(file, place)], help: help))
  }
}

/// A tag as people write it: YAML's own begin with `!!`.
private func shortTag(_ tag: String) -> String {
  let prefix = "tag:yaml.org,2002:"
  return tag.hasPrefix(prefix) ? "!!" + tag.dropFirst(prefix.count) : tag
}

extension Span<UInt8> {
  fileprivate var copy: [UInt8] { indices.map { self[$0] } }
}

extension [UInt8] {
  /// Whether exactly the bytes of `text` stand in `range`.
  fileprivate func holds(_ text: Span<UInt8>, in range: Range<Int>) -> Bool {
    range.count == text.count && text.indices.allSatisfy { self[range.lowerBound + $0] == text[$0] }
  }
}
