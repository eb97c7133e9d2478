/// Writes YAML in the forms that people use and the ones that they don't.
struct RandomFile {
  private var random: SeededRandom
  private var text = ""
  private var anchors = 0
  private var room: Int

  /// A file of up to about 1 KB.
  static func bytes(_ random: inout SeededRandom) -> [UInt8] {
    var file = Self(random: SeededRandom(seed: random.next(), file: 0), room: 3 + random.below(40))
    for document in 0..<(file.random.chance(8) ? 2 : 1) { file.document(document) }
    return Array(file.text.utf8)
  }

  private init(random: SeededRandom, room: Int) {
    self.random = random
    self.room = room
  }

  private mutating func document(_ number: Int) {
    if random.chance(2) { text += "%YAML 1.1\n---\n" }
    if random.chance(2) { text += "%TAG !e! tag:example.org,2000:\n---\n" }
    if number > 0 || random.chance(10) { text += random.pick(["---\n", "--- # c\n", "---\n\n"], or: "") }
    if random.chance(15) { text += "# a comment\n\n" }
    collection(column: 0)
    if random.chance(4) { text += "...\n" }
    if random.chance(8), text.hasSuffix("\n") { text.removeLast() }
  }

  private mutating func collection(column: Int) {
    if random.chance(70) { mapping(column: column) } else { sequence(column: column) }
  }

  private mutating func mapping(column: Int) {
    let step = random.pick([2, 2, 2, 4, 1, 3], or: 2)
    for number in 0...random.below(4) {
      indent(column)
      if random.chance(3) {
        text += random.pick(
          ["<<: \(anchors > 1 ? "[*a1, *a2]" : "{a: b}")\n", "<<: {a: b}\n", "? k\n", "? |\n  k\n: v\n"],
          or: ""
        )
        continue
      }
      text += key(number) + random.pick([":", ":", ":", ":", ":", ":", ":", " :"], or: ":")
      value(column: column, step: step, isAfterKey: true)
    }
  }

  private mutating func sequence(column: Int) {
    for _ in 0...random.below(4) {
      indent(column)
      text += "-"
      value(column: column, step: 2, isAfterKey: false)
    }
  }

  private mutating func value(column: Int, step: Int, isAfterKey: Bool) {
    room -= 1
    let properties = self.properties()
    guard room > 0, column < 12, random.chance(35) else { return leaf(properties, column: column, step: step) }
    text += properties
    if !isAfterKey, properties.isEmpty, random.chance(60) {
      text += " "
      text += key(9) + ":"
      value(column: column + 2, step: step, isAfterKey: true)
      if random.chance(60) { mapping(column: column + 2) }
      return
    }
    lineEnd()
    if isAfterKey, random.chance(30) { sequence(column: column) } else { collection(column: column + step) }
  }

  private mutating func leaf(_ properties: String, column: Int, step: Int) {
    text += properties
    switch random.below(20) {
    case 0: block(column: column + step)
    case 1, 2: text += " " + flow(depth: 2)
    case 3: text += anchors > 0 || random.chance(3) ? " *a\(1 + random.below(max(anchors, 1)))" : ""
    case 4:
      text += random.pick(
        [" \"a\n    b\"", " 'a\n\n    b'", " a\n    b", " a\n\n    b # c\n    d", " \"a\\\n   b\""],
        or: ""
      )
    case 5: break
    default: text += " " + scalar()
    }
    lineEnd()
  }

  private mutating func block(column: Int) {
    let header = random.pick(["|", ">", "|-", ">-", "|+", ">+", "|2", ">1-", "| # c", "|-2"], or: "|")
    text += " " + header + "\n"
    for _ in 0...random.below(3) {
      let spaces = column + random.pick([0, 0, 0, 1, 2], or: 0)
      text +=
        String(repeating: " ", count: spaces)
        + random.pick(["line", "# no comment", "", "a: b", "\ttab", "- x"], or: "") + "\n"
    }
    text += random.pick(["", "\n", "  \n"], or: "")
    if text.hasSuffix("\n") { text.removeLast() }
  }

  private mutating func flow(depth: Int) -> String {
    guard depth > 0 else { return scalar() }
    let items = (0..<random.below(4)).map { number in
      let value = random.chance(25) ? flow(depth: depth - 1) : scalar()
      return random.chance(50) ? key(number) + random.pick([": ", ":", ": \n    "], or: ": ") + value : value
    }
    let separator = random.pick([", ", ",", ",\n      ", " , ", ", # c\n    "], or: ", ")
    let inner = items.joined(separator: separator) + random.pick(["", "", "", ",", "\n    "], or: "")
    return random.chance(50) ? "[\(inner)]" : "{\(inner)}"
  }

  private mutating func properties() -> String {
    guard random.chance(9) else { return "" }
    anchors += 1
    let anchor = "&a\(anchors)"
    let tag = random.pick(
      ["!!str", "!reset", "!override", "!", "!<tag:yaml.org,2002:int>", "!e!x", "!!null", "!a%21b"],
      or: ""
    )
    return random.pick(
      [" \(anchor)", " \(anchor)", " \(anchor)", " \(tag)", " \(tag) \(anchor)", " \(anchor) \(tag)"],
      or: ""
    )
  }

  private mutating func key(_ number: Int) -> String {
    let names = [
      "image", "ports", "a b", "\"q\"", "'s'", "x-y", "é", "0", "?a", "-b", "a#b", "\"a\\tb\"", "'it''s'", "~", "a/b.c",
    ]
    return random.chance(85) ? "k\(number)" + random.pick(["", "a", "b"], or: "") : random.pick(names, or: "k")
  }

  private mutating func scalar() -> String {
    if random.chance(1) {
      return random.pick(["*", "&", "@x", "`x`", "%x", "key:", "a: b", "- x", "|x", ">x", "-", "a]b"], or: "")
    }
    return random.pick(
      [
        "text", "two words", "1", "0x1F", "022", "1e3", "yes", "true", "null", "~", "''", "\"\"", "'it''s'",
        "\"a\\nb\"",
        "\"\\u00e9\\x41\\U0001F600\"", "nginx:1.25", "8080:80", "a#b", "http://x/y?z", "${VAR:-x}", "'# no'", "é — ü",
        "\"a \\\"b\\\" c\"", "-x", "?x", ":x", "{}", "[]", "2001-01-01", "!", "\u{1F600}",
        "a\u{A0}b", "\"\\/\"", "x,y", "a  b", "\"tab\there\"", "1_000", ".inf", "9:9",
      ],
      or: "x"
    )
  }

  private mutating func indent(_ column: Int) {
    if random.chance(5) { text += "\n" }
    if random.chance(4) {
      text += String(repeating: " ", count: random.pick([0, column, column + 2], or: 0)) + "# c\n"
    }
    text += String(repeating: " ", count: column)
  }

  private mutating func lineEnd() {
    if random.chance(6) { text += random.pick([" # c", "  # c: d", " #", "\t# t", " # é"], or: "") }
    text += random.chance(2) ? " \n" : "\n"
  }
}
