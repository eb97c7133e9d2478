import Testing
import ToolConsole

@Suite struct `Layered settings` {
  private let environment = ["LONGSHORE_DEPLOY_STATE": "/from/environment", "LONGSHORE_EMPTY": ""]
  private let file = ["deploy.state": "/from/file", "remote": "upstream", "empty": "file"]

  @Test func `a flag wins over the environment, which wins over the file`() {
    #expect(settings(["deploy.state": "/from/flag"])["deploy.state"] == "/from/flag")
    #expect(settings([:])["deploy.state"] == "/from/environment")
    #expect(settings([:])["remote"] == "upstream")
  }

  @Test func `a flag that wasn't given and a variable that is empty say nothing`() {
    #expect(settings(["deploy.state": nil])["deploy.state"] == "/from/environment")
    #expect(settings([:])["empty"] == "file")
  }

  @Test func `what nobody set is nil`() {
    #expect(settings([:])["deploy.host"] == nil)
  }

  private func settings(_ flags: [String: String?]) -> Settings {
    Settings(flags: flags, environment: environment, file: file)
  }
}

@Suite struct `A table` {
  @Test func `lines columns up by terminal cells and leaves no blanks at the end`() {
    #expect(Table([["日本", "b"], ["x", "long", "c"]]).description == "日本  b\nx     long  c\n")
  }

  @Test func `cannot be painted by what it holds`() {
    #expect(Table([["a\u{1B}[31m\nb"]]).description == "a␛[31m␊b\n")
  }
}
