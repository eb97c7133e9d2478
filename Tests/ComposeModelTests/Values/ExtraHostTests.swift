import ComposeModel
import Testing

@Suite struct `Extra hosts` {
  @Test(arguments: [
    ("db=10.0.0.5", "db", ["10.0.0.5"]), ("db:10.0.0.5", "db", ["10.0.0.5"]), ("db:::1", "db", ["::1"]),
    ("db=::1", "db", ["::1"]), ("db:[::1]", "db", ["::1"]), ("db=[::1],1.2.3.4", "db", ["::1", "1.2.3.4"]),
    ("db=", "db", [""]), ("db=[]", "db", ["[]"]), ("db=[[::1]]", "db", ["[::1]"]), ("db=a,a", "db", ["a", "a"]),
    ("host:host-gateway", "host", ["host-gateway"]), ("db=a=b", "db", ["a=b"]), (" b=a", " b", ["a"]),
    ("db=a,", "db", ["a", ""]), ("db=\u{301}", "db", ["\u{301}"]),
  ])
  func `are read from the short syntax`(_ text: String, _ name: String, _ addresses: [String]) throws {
    let host = try ExtraHost(parsing: text)
    #expect(host.name == name && host.addresses == addresses)
  }

  @Test(arguments: [
    ("nowhere", "the extra host `nowhere` has no address"), ("", "the extra host `` has no address"),
    ("=1.2.3.4", "an extra host has no name"), (":1.2.3.4", "an extra host has no name"),
    ("a:b=c", "`a:b` isn't a host's name"),
  ])
  func `that are none are refused`(_ text: String, _ reason: String) {
    #expect { try ExtraHost(parsing: text) } throws: { "\($0)" == reason }
  }

  @Test func `keep commas in an address that is given apart from the name`() throws {
    #expect(try ExtraHost(name: "db", addresses: ["[::1]", "a,b"]).addresses == ["::1", "a,b"])
    #expect(throws: ValueError.self) { try ExtraHost(name: "a=b", addresses: []) }
  }

  @Test func `are read again from what they print`() throws {
    try expectSameAgain(
      RandomTexts(of: ["db", "=", ":", ",", "[", "]", "::1", "1.2.3.4", "é"]),
      ExtraHost.init(parsing:)
    )
  }
}
