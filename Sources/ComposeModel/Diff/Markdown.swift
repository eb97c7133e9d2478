import SourceDiagnostics

/// Markdown that holds other people's text, and can't be forged by it.
package enum Markdown {
  /// `text` in a code span that nothing inside it can end.
  package static func code(_ text: String) -> String {
    let shown = text.neutralised
    if shown.isEmpty { return "(nothing)" }
    let fence = String(repeating: "`", count: longestRun(of: "`", in: shown) + 1)
    // One space at each end is dropped by readers, unless there is nothing else.
    let isPadded = shown.hasPrefix(" ") && shown.hasSuffix(" ") && shown.contains { $0 != " " }
    let needsSpace = isPadded || shown.hasPrefix("`") || shown.hasSuffix("`")
    let space = needsSpace ? " " : ""
    return fence + space + shown + space + fence
  }

  /// One of our sentences with names in backticks: each name becomes a code span.
  ///
  /// A sentence in which anything else but plain words stands outside the backticks isn't only ours, and becomes one
  /// code span as a whole.
  package static func prose(_ sentence: String) -> String {
    let parts = sentence.split(separator: "`", omittingEmptySubsequences: false)
    let words = parts.enumerated().filter { $0.offset.isMultiple(of: 2) }.map(\.element)
    let names = parts.enumerated().filter { !$0.offset.isMultiple(of: 2) }.map(\.element)
    guard parts.count % 2 == 1, words.allSatisfy(isPlain), names.allSatisfy({ !$0.isEmpty }) else {
      return code(sentence)
    }
    guard sentence.first.map({ $0 == "`" || $0.isLetter }) ?? true else { return code(sentence) }
    return parts.enumerated().map { $0.offset.isMultiple(of: 2) ? String($0.element) : code(String($0.element)) }
      .joined()
  }

  private static func isPlain(_ words: Substring) -> Bool {
    !words.contains("//") && !words.contains("www.")
      && words.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
        case UInt8(ascii: "0")...UInt8(ascii: "9"): true
        default: " ,;:.'-/()".utf8.contains(byte)
        }
      }
  }

  private static func longestRun(of mark: Character, in text: String) -> Int {
    var (longest, run) = (0, 0)
    for character in text {
      run = character == mark ? run + 1 : 0
      longest = max(longest, run)
    }
    return longest
  }
}
