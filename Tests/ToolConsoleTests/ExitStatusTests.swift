import ArgumentParser
import SourceDiagnostics
import Testing

@testable import ToolConsole

private struct Sample: AsyncParsableCommand {
  static let configuration = CommandConfiguration(commandName: "sample")
  @Argument var wanted: String

  func run() async throws {
    switch wanted {
    case "findings": throw ToolConsole.ExitStatus.findings
    case "world": throw Failure()
    case "wrong": throw ValidationError("that isn't one of them")
    default: break
    }
  }
}

private struct Failure: AdvisedError, CustomStringConvertible {
  var help: String? { "lower the chain" }
  var serverMessage: UntrustedText { UntrustedText("it is night\u{1B}[2J\nno ship enters\n") }
  var description: String { "can't open the harbour: the chain is up" }
}

@Suite struct `The exit status` {
  @Test(arguments: [
    (["fine"], ToolConsole.ExitStatus.fine), (["findings"], .findings), (["world"], .worldFailed), (["wrong"], .usage),
    ([], .usage), (["--nonsense"], .usage), (["--help"], .fine),
  ])
  func `follows from how the command ended`(_ arguments: [String], _ status: ToolConsole.ExitStatus) async {
    #expect(await ToolRun.status(of: Sample.self, arguments: arguments, console: Console(environment: [:])) == status)
  }

  @Test func `numbers are for ever`() {
    #expect(ToolConsole.ExitStatus.allCases.map(\.rawValue) == [0, 1, 2, 3])
  }
}

@Suite struct `A failure of the world` {
  @Test func `is one sentence, what the server said, and what to do`() {
    #expect(
      WorldFailure(Failure()).description == """
        can't open the harbour: the chain is up
          the server says:
          it is night␛[2J
          no ship enters
          help: lower the chain
        """
    )
  }

  @Test func `cannot paint the terminal`() {
    struct Hostile: Error, CustomStringConvertible {
      var description: String { "can't push: \u{1B}[2Jremote said so" }
    }
    #expect(WorldFailure(Hostile()).description == "can't push: ␛[2Jremote said so")
  }
}
