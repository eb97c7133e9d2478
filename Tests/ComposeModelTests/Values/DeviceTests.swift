import ComposeModel
import Testing

@Suite struct `Devices` {
  @Test(arguments: [
    ("/dev/a", "/dev/a", "/dev/a", "rwm"), ("/dev/a:/dev/b", "/dev/a", "/dev/b", "rwm"),
    ("/dev/a:/dev/b:r", "/dev/a", "/dev/b", "r"), ("a::r", "a", "a", "r"), ("a:b:", "a", "b", ""),
    (":", "", "", "rwm"), ("", "", "", "rwm"), (":b", "", "b", "rwm"),
    ("vendor.com/class=gpu", "vendor.com/class=gpu", "vendor.com/class=gpu", "rwm"),
    ("a:\u{301}b", "a", "\u{301}b", "rwm"),
  ])
  func `are read from the short syntax`(
    _ text: String,
    _ source: String,
    _ target: String,
    _ permissions: String
  ) throws {
    #expect(try Device(parsing: text) == Device(source: source, target: target, permissions: permissions))
  }

  @Test(arguments: ["a:b:c:d", ":::", "C:\\a:b:r:x"])
  func `of more than three parts are refused`(_ text: String) {
    #expect { try Device(parsing: text) } throws: { "\($0)" == "`\(text)` has more parts than a device has" }
  }

  @Test func `are read again from what they print`() throws {
    try expectSameAgain(RandomTexts(of: ["/dev/a", ":", "rw", "m", "é", "="]), Device.init(parsing:))
  }
}
