import Fixtures
import SourceDiagnostics
import Testing

@testable import ComposeModel

@Suite struct `Bytes of a source` {
  @Test func `lines end at each of YAML's breaks`() {
    let bytes = Array("a\r\nb\rc\nd\u{85}e\u{2028}f\u{2029}g".utf8)
    var starts = [0]
    while let last = starts.last, bytes.lineAfter(last) > last, bytes.lineAfter(last) < bytes.count {
      starts.append(bytes.lineAfter(last))
    }
    #expect(starts.map { bytes[$0] } == Array("abcdefg".utf8))
    #expect(bytes.lineBreak(at: 1) == 2)
    #expect(bytes.lineBreak(at: bytes.count) == 0)
    #expect([0xE2, 0x80].lineBreak(at: 0) == 0)
    #expect([0xC2].lineBreak(at: 0) == 0)
    #expect([0x0D].lineBreak(at: 0) == 1)
  }

  @Test func `a line begins after the break before it, or after a byte order mark`() {
    let bytes = Array("\u{FEFF}ab\ncd\r\nef".utf8)
    #expect(bytes.lineStart(of: 5) == 3)
    #expect(bytes.lineStart(of: 6) == 6)
    #expect(bytes.lineStart(of: bytes.count) == 10)
    #expect([UInt8]().lineStart(of: 0) == 0)
  }

  @Test func `a gap holds blanks, breaks and comments`() {
    let bytes = Array("  \t\n # one\r\n#two\n\n  x # y".utf8)
    #expect(bytes[bytes.skippingGap(from: 0)] == UInt8(ascii: "x"))
    #expect(bytes.skippingGap(from: bytes.count - 4) == bytes.count)
    #expect(bytes.skippingGap(from: bytes.count) == bytes.count)
    #expect(bytes.skippingBlanks(from: 0) == 3)
  }

  @Test func `what UTF-8 is agrees with the standard library`() {
    var random = SeededGenerator(seed: 31)
    let parts: [[UInt8]] = [
      Array("a".utf8), Array("é".utf8), Array("€".utf8), Array("🙂".utf8), [0x80], [0xBF], [0xC0], [0xC2], [0xE0],
      [0xE0, 0xA0], [0xED], [0xED, 0xA0, 0x80], [0xF0], [0xF0, 0x90], [0xF4], [0xF4, 0x90, 0x80, 0x80], [0xF5], [0xFF],
    ]
    for _ in 0..<3_000 {
      let bytes = (0..<Int.random(in: 0...5, using: &random)).flatMap { _ in parts.randomElement(using: &random) ?? [] }
      let isText = String(validating: bytes, as: UTF8.self) != nil
      let problems = ComposeDocument.parse(Array("# ".utf8) + bytes, file: "a.yaml").diagnostics
      let place = problems.first { $0.code == "yaml/not-utf8" }?.labels.first?.bytes.lowerBound
      #expect((place == nil) == isText, "\(bytes)")
      if let place { #expect(String(validating: bytes[..<(place - 2)], as: UTF8.self) != nil, "\(bytes)") }
    }
  }

  @Test func `characters become bytes, forwards and backwards`() {
    let text = "aé€🙂\r\nb\u{85}日"
    let bytes = [0xEF, 0xBB, 0xBF] + Array(text.utf8)
    var offsets = [3]
    for scalar in text.unicodeScalars { offsets.append((offsets.last ?? 0) + UTF8.width(scalar)) }
    var converter = MarkConverter(bytes, base: 3)
    var random = SeededGenerator(seed: 33)
    for _ in 0..<200 {
      let index = Int.random(in: 0..<offsets.count, using: &random)
      #expect(converter.byte(at: index) == offsets[index])
    }
    #expect(converter.byte(at: 1_000) == bytes.count)
    var ascii = MarkConverter(Array("abc".utf8), base: 0)
    #expect(ascii.byte(at: 2) == 2)
    #expect(ascii.byte(at: 9) == 3)
  }

  @Test func `anchors and tags are found before a node`() {
    func scan(_ text: String, atMost count: Int = 2) -> [String] {
      let bytes = Array(text.utf8)
      let scan = bytes.properties(in: 0..<bytes.count, atMost: count)
      return [scan.anchor.map(bytes.text) ?? "", scan.tag.map(bytes.text) ?? "", bytes.text(scan.end..<bytes.count)]
    }
    #expect(scan("&a-1_b !x y") == ["&a-1_b", "!x", "y"])
    #expect(scan("!!str\n  # c\n  &a y") == ["&a", "!!str", "y"])
    #expect(scan("!<tag:x,2000:y> z") == ["", "!<tag:x,2000:y>", "z"])
    #expect(scan("&a &b z", atMost: 1) == ["&a", "", "&b z"])
    #expect(scan("!a,b") == ["", "!a", ",b"])
    #expect(scan("&a") == ["&a", "", ""])
    #expect(scan("! z") == ["", "!", "z"])
    #expect(scan("!<a") == ["", "!<a", ""])
    #expect(scan("z &a") == ["", "", "z &a"])
  }
}
