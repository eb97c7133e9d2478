import ComposeModel
import Testing

@Suite struct `Ports` {
  @Test(arguments: [
    ("80", ["80/tcp"]), ("8080:80", ["8080:80/tcp"]), ("127.0.0.1:8080:80/udp", ["127.0.0.1:8080:80/udp"]),
    ("3000-3002:4000-4002", ["3000:4000/tcp", "3001:4001/tcp", "3002:4002/tcp"]),
    ("8000-8010:80", ["8000-8010:80/tcp"]), ("[::1]:80:80", ["[::1]:80:80/tcp"]), (":53:53/udp", ["53:53/udp"]),
    ("127.0.0.1::80", ["127.0.0.1::80/tcp"]), ("7-8", ["7/tcp", "8/tcp"]), ("::1:80:80", ["[::1]:80:80/tcp"]),
    ("9-11", ["10/tcp", "11/tcp", "9/tcp"]), ("80/", ["80/tcp"]), ("80/UDP", ["80/udp"]), ("0", ["0/tcp"]),
    ("8-8:80", ["8:80/tcp"]), ("[fe80::1:2]:5:6", ["[fe80::1:2]:5:6/tcp"]), ("[]:80:80", ["80:80/tcp"]),
    ("[1.2.3.4]:5:6", ["1.2.3.4:5:6/tcp"]), ("08000-8001:080", ["8000-8001:80/tcp"]), ("+80:+90", ["80:90/tcp"]),
    ("::ffff:1.2.3.4:5:6", ["[::ffff:1.2.3.4]:5:6/tcp"]), ("1:::1:1", ["[1::]:1:1/tcp"]), ("0--0", ["0/tcp"]),
    ("::80", ["80/tcp"]),
    ("000000000000000000000080", ["80/tcp"]), ("9/sctp", ["9/sctp"]), ("[::]:1:1", ["[::]:1:1/tcp"]),
  ])
  func `are read from the short syntax`(_ text: String, _ ports: [String]) throws {
    #expect(try Port.ports(parsing: text).map(\.description) == ports)
  }

  @Test(arguments: [
    "", "a", "80:", "65536", "1-2:3-5", "8:7-5", "1.2.3.999:80:80", "80/http", "x:1:1", "9999999999:1", "-1", "1-",
    "127.0.0.1:80", "1.2.3:4:5", "01.2.3.4:5:6", "::g:1:1", "1:2:3:4:5:6:7:8:9:80:80", "fe80::1%eth0:1:1", "[::1:1:1",
    "/tcp", "1-2-3", "1--1", "80/tcp/udp", "80/udp:80", "[::1]:80", "[[::1]]:1:1", "+", " 80", "80 ", "1_0", "0x50",
    "１:1:1", "Ａ::1:1:1", "::１:1:1", "1:2:3:4:5:6:7::8:1:1", "1.2.3.4::5:6:7:8", ":1::1:1",
  ])
  func `that are none are refused`(_ text: String) {
    #expect(throws: ValueError.self) { try Port.ports(parsing: text) }
  }

  @Test func `are read one at a time where one is named`() throws {
    #expect(try Port(parsing: "1.2.3.4:5:6/udp") == Port(hostIP: "1.2.3.4", published: "5", target: 6, protocol: "udp"))
    #expect(throws: ValueError.self) { try Port(parsing: "1-2") }
  }

  @Test func `say what is wrong with them`() {
    let reasons = [
      "1-3": "`1-3` names 3 ports", "80/x": "`80/x` isn't a port mapping: the protocol is tcp, udp or sctp",
    ]
    for (text, reason) in reasons {
      #expect { try Port(parsing: text) } throws: { "\($0)" == reason }
    }
  }

  @Test func `are read again from what they print`() throws {
    for text in RandomTexts(of: ["1", "20", "80-81", ":", "::", "[", "]", "1.2.3.4", "/udp", "/tcp", "-", "f", "+"]) {
      for port in (try? Port.ports(parsing: text)) ?? [] {
        #expect(try Port(parsing: port.description) == port, "\(text)")
        #expect(try recoded(port) == port)
      }
    }
  }

  @Test func `are looked for in any text`() {
    for text in RandomTexts() { #expect((try? Port.ports(parsing: text).count) ?? 0 < 65_537) }
  }
}
