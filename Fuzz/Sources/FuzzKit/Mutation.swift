/// Changes a file at random, now and then all of it.
public struct Mutation {
  private static let tokens = [
    " ", "  ", "    ", "\n", "\n\n", "\n  ", ":", ": ", " :", ":\n", "- ", "-", "-\n", "\n- ", "#", " #", " # c\n", "'",
    "''", "\"",
    "\\\"", "{", "}", "[", "]", ",", ", ", "{}", "[]", "[a, b]", "{a: b}", "|", ">", "|-", ">+", "|2", ">1-", "|\n",
    " |+\n",
    "&a ", "&a", "*a", "*a ", "*a :", "&a *a", "&a &b ", "!!str ", "!!int ", "!", "! ", "!reset ", "!<a>", "!<",
    "!a!b ", "!%21",
    "\t", "\t#", " \t", "---", "---\n", "\n---\n", "--- ", "...", "...\n", "\n...\n", "? ", "?", "\n? ", "\n: ", "\\",
    "\\x41",
    "\\u00e9", "\\u", "\\xZ", "\\\n", "\r", "\r\n", "\r\r", "%", "%YAML 1.1\n", "%YAML 1.2\n---\n", "%TAG ! tag:x,1:\n",
    "%A b\n", "@",
    "`", "x", "0", "~", "null", "<<: ", "<<: *a\n", "k: v\n", "\n  k: v\n", "é", "\u{85}", "\u{2028}", "\u{2029}",
    "\u{FEFF}",
    "\u{A0}", "\u{0}", "\u{7}", "\u{7F}", "\u{80}", "\u{9F}", "\u{FFFE}", "\u{FFFD}", "\u{D7FF}", "\u{E000}",
    "\u{1F600}",
    "\u{10FFFF}", "=", "a:b", "a :b", "\"a\": b", "'a' : b", "[a: b]", "[? a]", "{a, b}", "{? a : b}", "{a: }", "[,]",
    "[[", "}}",
  ]
  private static let bytes: [[UInt8]] = [
    [0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE2, 0x80], [0xC3], [0x80],
    [0xEF, 0xBB, 0xBF], [0xFE, 0xFF],
    [0xC2, 0x85], [0xE2, 0x80, 0xA8], [0xF5],
  ]

  /// `file` with some changes; one in twelve stays as it is.
  public static func apply(to file: [UInt8], from corpus: Corpus, _ random: inout SeededRandom) -> [UInt8] {
    var result = file
    guard !random.chance(8) else { return result }
    for _ in 0...random.pick([0, 0, 0, 0, 0, 1, 1, 3], or: 0) {
      switch random.below(40) {
      case 0...19: insert(Array(random.pick(tokens, or: "").utf8), in: &result, &random)
      case 20...25: delete(from: &result, &random)
      case 26...33: changeLines(of: &result, &random)
      case 34: insert(random.pick(bytes, or: []), in: &result, &random)
      case 35: result = Array(result.prefix(random.below(result.count + 1)))
      case 36: changeBreaks(of: &result, &random)
      case 37: insert(piece(of: corpus.sample(&random), &random), in: &result, &random)
      case 38: repeatPiece(of: &result, &random)
      default: replaceByte(of: &result, &random)
      }
    }
    return result
  }

  private static func insert(_ token: [UInt8], in file: inout [UInt8], _ random: inout SeededRandom) {
    var place = random.below(file.count + 1)
    if random.chance(25) { place = file.startOfLine(before: place) }
    file.insert(contentsOf: token, at: place)
  }

  private static func delete(from file: inout [UInt8], _ random: inout SeededRandom) {
    let place = random.below(file.count + 1)
    file.removeSubrange(place..<min(file.count, place + 1 + random.below(random.chance(80) ? 3 : 30)))
  }

  private static func replaceByte(of file: inout [UInt8], _ random: inout SeededRandom) {
    guard !file.isEmpty else { return }
    file[random.below(file.count)] = UInt8(truncatingIfNeeded: random.below(random.chance(80) ? 128 : 256))
  }

  /// A line twice, gone, elsewhere, deeper or less deep, or behind the one above.
  private static func changeLines(of file: inout [UInt8], _ random: inout SeededRandom) {
    let lineFeed = UInt8(ascii: "\n")
    var lines = file.split(separator: lineFeed, omittingEmptySubsequences: false)
    let place = random.below(lines.count)
    switch random.below(6) {
    case 0: lines.insert(lines[place], at: random.below(lines.count + 1))
    case 1: lines.remove(at: place)
    case 2: lines.insert(lines.remove(at: place), at: random.below(lines.count + 1))
    case 3:
      for line in place..<min(lines.count, place + 1 + random.below(4)) {
        lines[line] = repeatElement(UInt8(ascii: " "), count: 1 + random.below(4)) + lines[line]
      }
    case 4: lines[place] = lines[place].dropFirst(1 + random.below(3))
    default:
      guard place + 1 < lines.count else { break }
      lines[place] += lines.remove(at: place + 1)
    }
    file = Array(lines.joined(separator: [lineFeed]))
  }

  private static func changeBreaks(of file: inout [UInt8], _ random: inout SeededRandom) {
    let lineBreak = random.pick(["\r\n", "\r\n", "\r", "\u{85}", "\u{2028}", "\n\n", " \n", "\n\r"], or: "\n")
    let share = random.pick([100, 100, 30], or: 100)
    file = file.flatMap { $0 == UInt8(ascii: "\n") && random.chance(share) ? Array(lineBreak.utf8) : [$0] }
  }

  private static func repeatPiece(of file: inout [UInt8], _ random: inout SeededRandom) {
    let piece = piece(of: file, &random).prefix(12)
    let place = random.below(file.count + 1)
    file.insert(contentsOf: repeatElement(piece, count: random.below(40)).joined(), at: place)
  }

  private static func piece(of file: [UInt8], _ random: inout SeededRandom) -> [UInt8] {
    let start = random.below(file.count + 1)
    return Array(file[start..<min(file.count, start + random.below(80))])
  }
}
