import ComposeModel
import Testing

@Suite struct `What happens to the ports` {
  @Test(arguments: [
    ("", "['8080:80']", ["opened: opens 8080:80"]),
    ("['8080:80']", "", ["closed: closes 8080:80"]),
    ("['8080:80']", "['8081:80']", ["moved: moves 8080:80 to 8081:80"]),
    ("['127.0.0.1:8080:80']", "['8080:80']", ["exposed: exposes 8080:80, which was 127.0.0.1:8080:80"]),
    ("['[::1]:8080:80']", "['8081:80']", ["exposed: exposes 8081:80, which was [::1]:8080:80"]),
    ("['8080:80']", "['127.0.0.1:8080:80']", ["moved: moves 8080:80 to 127.0.0.1:8080:80"]),
    ("['8080:80']", "['8080:80', '8080:80/udp']", ["opened: opens 8080:80/udp"]),
    ("['8080:80']", "['8080:80', '9090:80']", ["opened: opens 9090:80"]),
    ("['8080:80', '9090:80']", "['9090:80']", ["closed: closes 8080:80"]),
    ("['8080:80', '9090:90']", "['9090:90', '8080:80']", []),
    ("", "['80']", ["opened: opens 80"]),
    ("['8080:80']", "['8080:8080']", ["opened: opens 8080:8080", "closed: closes 8080:80"]),
  ])
  func `a port opens, closes or moves`(_ old: String, _ new: String, _ lines: [String]) throws {
    let ports = try summary(from: app(old.isEmpty ? "" : "ports: \(old)"), to: app(new.isEmpty ? "" : "ports: \(new)"))
      .impact.ports
    #expect(ports.map { "\($0.kind.rawValue): \($0.description)" } == lines)
    #expect(ports.allSatisfy { $0.service == "app" })
  }

  @Test func `a port of the host alone is known as such`() throws {
    let ports = try summary(from: app(""), to: app("ports: ['127.0.0.1:1:1', '127.9.9.9:2:2', '0.0.0.0:3:3']")).impact
      .ports
    #expect(ports.map(\.isLoopback) == [true, true, false])
  }

  @Test func `ports of services that come, go or change names`() throws {
    let old = app("ports: ['1:1']")
    #expect(try summary(from: old, to: old.replacing("app:", with: "web:")).impact.ports == [])
    let gone = try ChangeSummary(of: .root, from: loadedStack(old), to: nil).impact.ports
    #expect(gone.map(\.kind) == [.closed])
    let new = try ChangeSummary(of: .root, from: nil, to: loadedStack(old)).impact.ports
    #expect(new.map(\.kind) == [.opened])
  }
}
