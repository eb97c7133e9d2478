import ProcessRunner
import SourceDiagnostics

extension DockerComposeTarget {
  /// Runs `docker` with `arguments`; what it doesn't like comes back as a status.
  func run(
    _ arguments: [String],
    in directory: String = "/",
    _ operation: String,
    deadline: Duration = .seconds(60)
  ) async throws(DeployError) -> ProgramResult {
    let call = ProgramCall(docker, arguments, environment: environment, workingDirectory: directory)
    do throws(ProcessError) {
      return try await runner.run(call, deadline: deadline)
    } catch {
      let details = (error.errors?.text).map(UntrustedText.init)
      switch error.code {
      case .notFound:
        let help = "install docker with its compose plugin"
        throw DeployError(.notInstalled, operation, error.reason, help: help)
      case .timedOut: throw DeployError(.timedOut, operation, error.reason, details: details)
      default: throw DeployError(.engineUnreachable, operation, error.reason, details: details)
      }
    }
  }

  /// Throws unless the engine answers and Compose is there: then what failed before was the stack's own doing.
  func requireEngine() async throws(DeployError) {
    let operation = "reach the container engine"
    let version = try await run(["version", "--format", "{{.Server.Version}}"], operation, deadline: .seconds(20))
    guard version.succeeded else {
      let help = "start the engine, or name its socket in DOCKER_HOST"
      throw DeployError(.engineUnreachable, operation, lastLine(version), help: help)
    }
    let plugin = try await run(["compose", "version", "--short"], "use docker compose", deadline: .seconds(20))
    guard !plugin.succeeded else { return }
    let help = "install docker's compose plugin, version 2.22 or later"
    throw DeployError(.notInstalled, "use docker compose", lastLine(plugin), help: help)
  }

  /// What to throw when the engine didn't answer a question it always can.
  func trouble(_ operation: String, _ result: ProgramResult) async throws(DeployError) -> DeployError {
    try await requireEngine()
    return refusal(.unreadableAnswer, operation, result)
  }

  func refusal(_ code: DeployError.Code, _ operation: String, _ result: ProgramResult) -> DeployError {
    DeployError(code, operation, lastLine(result), details: UntrustedText(result.errors.text))
  }

  /// The last line the program complained with: the one that names the cause.
  private func lastLine(_ result: ProgramResult) -> String {
    let lines = result.errors.text.split(whereSeparator: \.isNewline).filter { !$0.allSatisfy(\.isWhitespace) }
    guard let last = lines.last else { return "docker ended with status \(result.status)" }
    return LogRedaction().redacted(String(last.prefix(400)))
  }
}
