import ComposeModel
import Fixtures
import Testing

@Suite struct `Amounts of bytes` {
  @Test(arguments: [
    ("512m", 536_870_912), ("1.5GiB", 1_610_612_736), ("10", 10), ("-1", -1), ("64 kb", 65_536), ("2G", 2_147_483_648),
    ("-7", -7), ("1e3", 1_000), ("0.5k", 512), ("1b", 1), ("3kib", 3_072), ("1p", 1_125_899_906_842_624), ("1.9", 1),
    ("+5k", 5_120), ("1_000k", 1_024_000), ("1_000", 1_000), ("0x1p3", 8), ("0x1p3k", 8_192), ("0x_1p3", 8), ("1 ", 1),
    (".5k", 512), ("5.", 5), ("1e3k", 1_024_000), ("-0k", 0), ("1 kib", 1_024), ("1\u{212A}", 1_024), ("1E-1k", 102),
    ("9223372036854775807", .max), ("-9223372036854775808", .min), ("0.999", 0), ("1T", 1_099_511_627_776), ("1 B", 1),
  ])
  func `are powers of 1,024`(_ text: String, _ bytes: Int64) throws {
    #expect(try ByteCount(parsing: text).bytes == bytes)
  }

  @Test(arguments: [
    "", "m", "1x", "-2m", "1kbb", "1bb", "1 m b", "nan", "inf", "0x10k", "1  k", " 1", "1.0.0k", "1ib", "1_k", "1__0k",
    "_1k", "1_.5k", "0x10", "infinity ", "nan ", "1e", "--1k", "1k ", "1e3e3k", "1\u{212A}ib", "1 k\u{301}", ".", ". k",
    "0b1k", "1eb", "１k",
  ])
  func `that are none are refused`(_ text: String) {
    #expect { try ByteCount(parsing: text) } throws: { "\($0)" == "`\(text)` isn't an amount of bytes, such as `512m`" }
  }

  @Test(arguments: ["9999999999999p", "1e400", "9223372036854775808", "1e30k"])
  func `beyond 64 bits are refused`(_ text: String) {
    #expect { try ByteCount(parsing: text) } throws: { "\($0)" == "`\(text)` is more bytes than there are" }
  }

  @Test func `are read again from what they print`() throws {
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<1_000 {
      let amount = ByteCount(.random(in: .min ... .max, using: &generator))
      #expect(try ByteCount(parsing: amount.description) == amount)
      #expect(try recoded(amount) == amount)
    }
  }

  @Test func `are looked for in any text, and have an order`() throws {
    try expectSameAgain(
      RandomTexts(of: ["1", ".", " ", "k", "b", "ib", "e", "-", "_", "0x", "p", "é"]),
      ByteCount.init(parsing:)
    )
    for text in RandomTexts() { _ = try? ByteCount(parsing: text) }
    #expect(try ByteCount(parsing: "1m") < ByteCount(parsing: "1g"))
  }
}
