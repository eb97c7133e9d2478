import Testing

@testable import AgentCore

@Suite struct `A line of a dotenv file` {
  @Test(arguments: [
    ("V=1.0", "V=1.1"),
    ("V=1.0\n", "V=1.1\n"),
    ("# V=0\nV=1.0 # pinned\nW=1.0\n", "# V=0\nV=1.1 # pinned\nW=1.0\n"),
    ("export V=1.0\r\nW=2\r\n", "export V=1.1\r\nW=2\r\n"),
    ("V=\"1.0\"\n", "V=\"1.1\"\n"),
    ("V='1.0'\n", "V='1.1'\n"),
    ("  V : 1.0\n", "  V : 1.1\n"),
    ("VV=1.0\nV=1.0\nV_=1.0", "VV=1.0\nV=1.1\nV_=1.0"),
    ("V=0.9\nV=1.0\n", "V=0.9\nV=1.1\n"),
  ])
  func `gets another value and keeps everything else`(old: String, new: String) {
    #expect(
      DotenvLine.replacing("V", with: "1.1", in: Array(old.utf8)).map { String(decoding: $0, as: UTF8.self) } == new
    )
  }

  @Test(arguments: [
    "", "W=1.0", "V", "V=", "V=$W", "V=${W}", "V=\"1.0", "V=\"a\\nb\"", "V=1.0#x", "V=a b", "V=1.0\nV=$W", "#V=1.0",
    "V='1.0'x",
  ])
  func `is left alone when its value isn't plain`(text: String) {
    #expect(DotenvLine.replacing("V", with: "1.1", in: Array(text.utf8)) == nil)
  }

  @Test(arguments: ["", "a b", "1.1\nW=2", "$(id)", "`id`", "1.1 # no", "\"", "é"])
  func `never gets a value that could mean more than itself`(value: String) {
    #expect(DotenvLine.replacing("V", with: value, in: Array("V=1.0\n".utf8)) == nil)
  }
}
