import ComposeModel
import Fixtures

/// Makes Compose-like files as people write them: every style, comments everywhere, one indentation a file.
struct RandomYAML {
  private var random: SeededGenerator
  private var step = 2
  private var dashOffset = 0
  private var anchors = 0

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  mutating func file() -> String {
    step = Int.random(in: 1...4, using: &random)
    dashOffset = Bool.random(using: &random) ? step : 0
    anchors = 0
    let head = chance(3) ? ["# head", ""] : []
    let lines = head + mapping(depth: 4, in: 0, minimum: 1)
    let lineBreak = chance(6) ? "\r\n" : "\n"
    return lines.joined(separator: lineBreak) + (chance(8) ? "" : lineBreak)
  }

  private mutating func chance(_ oneIn: Int) -> Bool { Int.random(in: 1...oneIn, using: &random) == 1 }

  private mutating func pick(_ texts: [String]) -> String { texts.randomElement(using: &random) ?? "x" }

  private mutating func mapping(depth: Int, in column: Int, minimum: Int) -> [String] {
    let indentation = String(repeating: " ", count: column)
    let keys = ["image", "web", "'a b'", "\"8080\"", "x-y", "ü", "on", "ports"].shuffled(using: &random)
    return keys.prefix(Int.random(in: minimum...4, using: &random)).flatMap { key -> [String] in
      var lines: [String] = []
      if chance(5) { lines.append("") }
      if chance(4) { lines.append(indentation + "# about " + key) }
      if chance(12) { lines.append("# at the left") }
      lines += pair(indentation + key + pick([":", ":", ":", " :"]), depth: depth, in: column)
      if chance(12) { lines.append(indentation + "  # deeper, below") }
      return lines
    }
  }

  private mutating func pair(_ key: String, depth: Int, in column: Int) -> [String] {
    let comment = chance(4) ? pick([" # c", "   # wide", "\t# tab"]) : ""
    guard depth > 0 else { return ["\(key) \(scalar())\(comment)"] }
    switch Int.random(in: 0...10, using: &random) {
    case 0, 1: return [key + comment] + mapping(depth: depth - 1, in: column + step, minimum: 1)
    case 2, 3: return [key + comment] + sequence(depth: depth - 1, in: column + dashOffset)
    case 4: return ["\(key) \(flow(depth: 2))\(comment)"]
    case 5: return ["\(key) \(pick(["|", "|-", ">", ">-", "|+"]))\(comment)"] + literal(in: column + step)
    case 6: return [key + comment]
    case 7 where anchors > 0: return ["\(key) *a\(anchors)\(comment)"]
    case 8:
      anchors += 1
      return ["\(key) &a\(anchors) \(chance(2) ? flow(depth: 1) : scalar())\(comment)"]
    default: return ["\(key) \(scalar())\(comment)"]
    }
  }

  private mutating func sequence(depth: Int, in column: Int) -> [String] {
    let indentation = String(repeating: " ", count: column)
    return (0..<Int.random(in: 1...3, using: &random)).flatMap { _ -> [String] in
      var lines = chance(6) ? [indentation + "# about an item"] : []
      let gap = chance(6) ? 3 : 1
      let dash = indentation + "-" + String(repeating: " ", count: gap)
      if depth > 0, chance(3) {
        var inner = mapping(depth: depth - 1, in: column + 1 + gap, minimum: 1).filter { !$0.isEmpty }
        while let first = inner.first, first.drop(while: { $0 == " " }).first == "#" { inner.removeFirst() }
        guard let first = inner.first else { return lines + [dash + "x"] }
        lines += [dash + first.drop { $0 == " " }] + inner.dropFirst()
      } else {
        lines.append(dash + scalar() + (chance(4) ? " # c" : ""))
      }
      return lines
    }
  }

  private mutating func flow(depth: Int) -> String {
    let count = Int.random(in: 0...3, using: &random)
    let separator = pick([", ", ",", " , "])
    let items = (0..<count).map { _ in
      depth > 0 && chance(3) ? flow(depth: depth - 1) : pick(["a", "'b c'", "\"d\"", "5"])
    }
    if Bool.random(using: &random) { return "[" + items.joined(separator: separator) + "]" }
    let pairs = items.enumerated().map { "k\($0.offset): \($0.element)" }.joined(separator: separator)
    return chance(2) ? "{\(pairs)}" : "{ \(pairs) }"
  }

  private mutating func literal(in column: Int) -> [String] {
    let indentation = String(repeating: " ", count: column)
    return (0..<Int.random(in: 1...3, using: &random)).map { _ in
      indentation + pick(["text", "# text", "a: b", "- x y"])
    }
      + (chance(3) ? [""] : [])
  }

  private mutating func scalar() -> String {
    pick([
      "nginx:1.25", "\"80:80\"", "'it''s'", "5", "true", "~", "\"a\\tb # no\"", "yes", "./x:/y:ro", "\"\"", "a b",
      "0x1F",
      "'# no'", "Grüße 🙂", "1.50", "${X:-y}",
    ])
  }
}

extension ComposeDocument {
  /// The path of every node that can be reached without an alias.
  var paths: [YAMLPath] { root.map { Self.paths(of: $0, at: .root) } ?? [] }

  private static func paths(of node: YAMLNode, at path: YAMLPath) -> [YAMLPath] {
    let below: [[YAMLPath]] =
      switch node.kind {
      case .mapping: node.pairs.map { paths(of: $0.value, at: path.appending(key: $0.key.text ?? "")) }
      case .sequence: node.items.enumerated().map { paths(of: $0.element, at: path.appending(index: $0.offset)) }
      case .scalar, .alias: []
      }
    return [path] + below.flatMap(\.self)
  }
}
