import ProcessRunner
import Testing

@Suite struct `A program's environment` {
  @Test func `only what is listed is passed on`() {
    let ours = ["PATH": "/bin", "HOME": "/root", "TOKEN": "hunter2"]
    #expect(
      ProgramEnvironment.only(["PATH", "HOME", "NONE"], of: ours).variables == ["PATH": "/bin", "HOME": "/root"]
    )
  }

  @Test func `it prints names and no values`() {
    let environment: ProgramEnvironment = ["TOKEN": "hunter2", "PATH": "/bin"]
    #expect("\(environment)" == "PATH TOKEN")
  }

  @Test func `a variable can be set without touching the rest`() {
    let environment = ProgramEnvironment(["A": "1"])
    #expect(environment.setting("B", to: "2").variables == ["A": "1", "B": "2"])
    #expect(environment.variables == ["A": "1"])
  }

  @Test func `a program is named without its folder`() {
    #expect(ProgramCall("/usr/bin/docker", environment: [:]).name == "docker")
    #expect(ProgramCall("docker", environment: [:]).name == "docker")
  }
}
