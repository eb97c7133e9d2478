import ComposeModel
import Testing

@Suite struct `What scalars mean` {
  private func scalar(_ text: String) throws -> YAMLScalar? { try document("- \(text)\n").node("[0]")?.scalar }

  @Test(arguments: ["", "~", "null", "Null", "NULL"])
  func `nothing is empty or a word for it`(_ text: String) throws {
    #expect(try scalar(text) == .null)
  }

  @Test(arguments: ["true", "True", "TRUE"])
  func `three words are true`(_ text: String) throws {
    #expect(try scalar(text) == .bool(true))
    #expect(try scalar("'\(text)'") == .string(text))
  }

  @Test(arguments: ["yes", "No", "on", "OFF", "y", "n", "tRUE", "nULL", "nan", "inf", "Infinity"])
  func `words that only YAML 1.1 takes for something else are text`(_ text: String) throws {
    #expect(try scalar(text) == .string(text))
  }

  @Test(arguments: [
    ("0", 0), ("42", 42), ("-7", -7), ("+7", 7), ("010", 8), ("0o10", 8), ("-0o10", -8), ("0x1F", 31), ("0X1f", 31),
    ("0b101", 5), ("-0b101", -5), ("1_000", 1000), ("0x_ff", 255), ("9223372036854775807", .max),
    ("-9223372036854775808", .min),
  ])
  func `whole numbers have four bases`(_ text: String, _ value: Int) throws {
    #expect(try scalar(text) == .int(value))
  }

  @Test(arguments: [
    ("1.5", 1.5), ("1.", 1), (".5", 0.5), ("-1.5e3", -1500), ("1e3", 1000), ("+.5", 0.5), ("08", 8), ("089.5", 89.5),
    (".inf", .infinity), ("-.INF", -.infinity), ("18446744073709551615", 0x1p64),
    ("99999999999999999999", 1e20),
  ])
  func `other numbers have a point, an exponent or too many digits`(_ text: String, _ value: Double) throws {
    #expect(try scalar(text) == .float(value))
  }

  @Test(arguments: [
    "80:80", "22:22", "1.2.3", "0x", "0b2", "0o8", "0xg", "+", ".", "..", "1e", "e3", "1e999", "0+7", "0x-1", "--1",
    "+-1", "12px", "2026-11-23", "0x1p3", "_1", "1 2",
  ])
  func `text that looks like a number isn't one`(_ text: String) throws {
    #expect(try scalar("\(text)") == .string(text))
  }

  @Test func `not-a-number is a number`() throws {
    guard case .float(let value)? = try scalar(".nan") else { return #expect(Bool(false)) }
    #expect(value.isNaN)
  }

  @Test func `a tag decides`() throws {
    #expect(try scalar("!!str 5") == .string("5"))
    #expect(try scalar("!!int \"5\"") == .int(5))
    #expect(try scalar("!!float 5") == .float(5))
    #expect(try scalar("!!null ''") == .null)
    #expect(try scalar("!override 5") == .int(5))
    #expect(try scalar("!reset null") == .null)
    #expect(try scalar("! 5") == .int(5))
  }

  @Test func `literal and folded blocks are text`() throws {
    #expect(try document("a: |-\n  5\nb: >-\n  true\n").node("a")?.scalar == .string("5"))
  }
}
