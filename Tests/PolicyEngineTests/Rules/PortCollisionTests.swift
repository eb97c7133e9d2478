import ComposeModel
import PolicyEngine
import SourceDiagnostics
import Testing

@Suite struct `Two services that want one port` {
  @Test func `across stacks`() throws {
    let other = try StackState(RepositoryPath("media"), #require(loaded(app("ports: ['8080:80']"), at: "media").value))
    let change = try change(from: app("ports: ['8081:80']"), to: app("ports: ['8080:80']"), unchanged: [other])
    let judgement = judge(change, by: .standard, on: today)
    #expect(
      lines(of: "port-collision", judgement) == ["deny: `app` wants port 8080 of the host, which `app` of `media` has"]
    )
    let finding = try #require(judgement.findings.first { $0.rule == "port-collision" })
    #expect(finding.diagnostic.labels.map(\.file) == ["cloud/compose.yaml", "media/compose.yaml"])
    #expect(finding.diagnostic.help == "publish one of them at another port")
  }

  @Test func `within a stack`() throws {
    let text = app("ports: ['8080:80']") + "  web: { image: 'a:1', ports: ['8080:90'] }\n"
    let judgement = try judge(change(from: nil, to: text), by: .standard, on: today)
    #expect(lines(of: "port-collision", judgement) == ["deny: `app` wants port 8080 of the host, which `web` has"])
  }

  @Test(arguments: [
    ("'8080:80'", "'8081:80'"), ("'8080:80'", "'8080:80/udp'"), ("'127.0.0.1:8080:80'", "'10.0.0.1:8080:80'"),
    ("'80'", "'80'"),
    ("'8000-8010:80'", "'8000-8010:80'"),
  ])
  func `doesn't happen`(_ one: String, _ other: String) throws {
    let media = try StackState(RepositoryPath("media"), #require(loaded(app("ports: [\(other)]"), at: "media").value))
    let change = try change(from: nil, to: app("ports: [\(one)]"), unchanged: [media])
    #expect(lines(of: "port-collision", judge(change, by: .standard, on: today)) == [])
  }

  @Test(arguments: [
    ("'127.0.0.1:8080:80'", "'8080:80'"), ("'0.0.0.0:8080:80'", "'127.0.0.1:8080:80'"), ("'[::]:8080:80'", "'8080:80'"),
  ])
  func `an address of all covers each`(_ one: String, _ other: String) throws {
    let media = try StackState(RepositoryPath("media"), #require(loaded(app("ports: [\(other)]"), at: "media").value))
    let change = try change(from: nil, to: app("ports: [\(one)]"), unchanged: [media])
    #expect(lines(of: "port-collision", judge(change, by: .standard, on: today)).count == 1)
  }

  @Test func `on different hosts is none`() throws {
    let project = try #require(loaded(app("ports: ['8080:80']")).value)
    let stacks = try ["a", "b", "c"].map { try RepositoryPath($0) }
    let states = [
      StackState(stacks[0], project, hosts: ["nas"]), StackState(stacks[1], project, hosts: ["pi"]),
      StackState(stacks[2], project, hosts: ["pi", "box"]),
    ]
    let judgement = inspect(states, by: .standard, on: today)
    #expect(
      lines(of: "port-collision", judgement) == ["warn: `app` wants port 8080 of the host, which `app` of `c` has"]
    )
  }

  @Test func `that did so before isn't new`() throws {
    let media = try StackState(RepositoryPath("media"), #require(loaded(app("ports: ['8080:80']"), at: "media").value))
    let change = try change(
      from: app("ports: ['8080:80']"),
      to: app("ports: ['8080:80']\nrestart: always"),
      unchanged: [media]
    )
    #expect(lines(of: "port-collision", judge(change, by: .standard, on: today)) == [])
  }

  @Test func `of thousands is found soon`() throws {
    let project = try #require(loaded(app("ports: ['8080:80']")).value)
    let states = try (0..<2_000).map { StackState(try RepositoryPath("s\($0)"), project) }
    #expect(lines(of: "port-collision", inspect(states, by: .standard, on: today)).count == 1_999)
  }
}
