import ComposeModel
import FuzzKit

/// Chooses edits.
enum RandomEdit {
  /// An edit at `path`, which is one of `paths`.
  static func edit(at path: YAMLPath, among paths: [YAMLPath], _ random: inout SeededRandom) -> Edit {
    switch random.below(16) {
    case 0...4: return .set(path, value(depth: random.below(3), &random))
    case 5, 6:
      return .insert(
        path.appending(key: key(&random)),
        value(depth: random.below(2), &random),
        at: place(near: path, paths, &random)
      )
    case 7: return .insert(path.appending(index: random.below(3)), value(depth: random.below(2), &random), at: .last)
    case 8: return .append(path, value(depth: random.below(3), &random))
    case 9: return .rename(path, to: key(&random))
    case 10, 11: return .remove(path)
    case 12, 13: return .move(path, to: place(near: path.parent ?? path, paths, &random))
    default:
      let text = random.pick(["added", "two\nlines", "# mark", "é: \"x\""], or: "")
      return .comment(path, random.chance(30) ? nil : text, at: random.chance(50) ? .above : .beside)
    }
  }

  /// A place among the entries of the collection at `path`.
  private static func place(near path: YAMLPath, _ paths: [YAMLPath], _ random: inout SeededRandom) -> Edit.Place {
    let entries = paths.filter { $0.parent == path }.compactMap(\.last)
    guard let entry = entries.isEmpty ? nil : random.pick(entries, or: .index(0)) else { return .last }
    return random.pick([.last, .first, .before(entry), .after(entry), .inOrder], or: .last)
  }

  private static func key(_ random: inout SeededRandom) -> String {
    random.pick(
      [
        "new", "new key", "1", "true", "a: b", "- x", "é", "#x", "k0", "image", "", "~", "a\"b", "'", "*a", "<<",
        "x y#z", "zz", "a'b", "?",
      ],
      or: "new"
    )
  }

  static func value(depth: Int, _ random: inout SeededRandom) -> YAMLValue {
    guard depth > 0 else { return scalar(&random) }
    let children = (0..<random.below(4)).map { _ in value(depth: depth - 1, &random) }
    if random.chance(50) { return .sequence(children) }
    return .mapping(.init(children.map { (key(&random), $0) }, uniquingKeysWith: { a, _ in a }))
  }

  private static func scalar(_ random: inout SeededRandom) -> YAMLValue {
    let texts = [
      "text", "", " ", "9:9", "yes", "null", "1", "0x10", "1e3", "a: b", "# c", "a # b", "- x", "two\nlines",
      "two\nlines\n", "\n",
      " leading", "trailing ", "tab\there", "'", "\"", "it's", "a\"b", "é — ü", "\u{1F600}", "*x", "&x", "!x", "%x",
      "@x", "`x`", "[a]",
      "{a: b}", "a, b", "a]b", "|", ">", "~", "=", "?", "? x", ":", ":x", "x:", "---", "...", "--- x", "\u{7}",
      "\u{85}", "\u{FEFF}x",
      "\u{2028}", "a\\b", "$x ${Y:-z}", "a\r\nb", "a\n\n\nb", "  a\n b\n", "a\n ", "\u{A0}", "2001-01-01", "<<", "on",
      "022", ".5", "+1",
    ]
    switch random.below(12) {
    case 0: return .null
    case 1: return .bool(random.chance(50))
    case 2: return .int(random.below(100_000) - 100)
    case 3: return .float(Double(random.below(1_000)) / 8)
    default: return .string(random.pick(texts, or: "x"))
    }
  }
}
