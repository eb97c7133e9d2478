import ComposeModel
import Fixtures
import Testing

@Suite struct `Durations` {
  @Test(arguments: [
    ("90s", "1m30s"), ("24h", "24h0m0s"), ("1.5s", "1.5s"), ("500ms", "500ms"), ("1h30m", "1h30m0s"), ("2d", "48h0m0s"),
    ("0", "0s"), ("0s", "0s"), ("-1s", "-1s"), ("+1m", "1m0s"), ("100us", "100µs"), ("1.5µs", "1.5µs"), ("7ns", "7ns"),
    ("1w1d", "192h0m0s"), (".5h", "30m0s"), ("1.h", "1h0m0s"), ("1m0.25s", "1m0.25s"), ("1.000001s", "1.000001s"),
    ("-0", "0s"), ("2.5ms", "2.5ms"), ("0.57h", "34m12s"), ("1.1w", "184h48m0s"), ("1.5μs", "1.5µs"),
    ("0.999999999999999999999s", "1s"), ("2562047h47m16.854775807s", "2562047h47m16.854775807s"), ("1s1s", "2s"),
    ("0000000000000000000000001s", "1s"), ("0.3ns", "0s"), ("+0", "0s"), ("0.29d", "6h57m36s"),
  ])
  func `are read and printed as Go prints them`(_ text: String, _ printed: String) throws {
    #expect(try ComposeDuration(parsing: text).description == printed)
  }

  @Test(arguments: [
    "", "-", "30", "s", "1x", ".s", "99999999999999w", "9223372036854775808ns", "1..2s", "1 s", "1S", "00", "1h 2m",
    "--1s", "1", "-.s", "1e3s", "2562047h47m16.854775808s", "1m-1s", "１s", "1s ",
  ])
  func `that are none are refused`(_ text: String) {
    #expect { try ComposeDuration(parsing: text) } throws: { "\($0)" == "`\(text)` isn't a duration, such as `1m30s`" }
  }

  @Test func `are read again from what they print`() throws {
    var generator = SeededGenerator(seed: 7)
    for size in 1..<63 {
      for _ in 0..<50 {
        let limit = Int64(1) << size
        let duration = ComposeDuration(nanoseconds: .random(in: -limit...limit, using: &generator))
        #expect(try ComposeDuration(parsing: duration.description) == duration)
        #expect(try recoded(duration) == duration)
      }
    }
  }

  @Test func `are looked for in any text, and have an order`() throws {
    try expectSameAgain(
      RandomTexts(of: ["1", "9", ".", "h", "m", "s", "ms", "µs", "d", "-", "99999999999", "é"]),
      ComposeDuration.init(parsing:)
    )
    for text in RandomTexts() { _ = try? ComposeDuration(parsing: text) }
    #expect(try ComposeDuration(parsing: "-1h") < ComposeDuration(parsing: "1s"))
  }
}
