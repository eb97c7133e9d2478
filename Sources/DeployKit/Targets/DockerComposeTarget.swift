public import GitOpsKit
import ProcessRunner
public import SourceDiagnostics

/// A Docker engine, spoken to through `docker` and its Compose plugin.
public struct DockerComposeTarget: DeployTarget {
  /// The variables of ours that `docker` may see; no other reaches it.
  public static let environmentNames = [
    "PATH", "HOME", "DOCKER_HOST", "DOCKER_CONFIG", "DOCKER_CONTEXT", "DOCKER_TLS_VERIFY", "DOCKER_CERT_PATH",
    "XDG_RUNTIME_DIR", "SSH_AUTH_SOCK", "HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY",
  ]

  /// Containers are really changed.
  public var mode: DeployReport.Mode { .applied }

  let docker: String
  let environment: ProgramEnvironment
  let runner: ProcessRunner
  let patience: Duration
  let logLines: Int

  /// Speaks to the engine that the variables name.
  ///
  /// - Parameters:
  ///   - environment: Our variables; only those in ``environmentNames`` are passed on.
  ///   - docker: The program's name or path.
  ///   - patience: How long images may take to arrive, and containers to start.
  ///   - logLines: How many lines of a service's output are kept when it fails.
  public init(
    environment: [String: String],
    docker: String = "docker",
    patience: Duration = .seconds(15 * 60),
    logLines: Int = 100
  ) {
    self.docker = docker
    self.environment = .only(Self.environmentNames, of: environment)
    self.patience = patience
    self.logLines = logLines
    runner = ProcessRunner()
  }

  /// Pulls the images that aren't there, so that what runs isn't stopped for an image that can't be had.
  public func prepare(_ stack: MaterialisedStack) async throws(DeployError) {
    let arguments = compose(stack) + ["pull", "--quiet", "--policy", "missing", "--ignore-buildable"]
    let operation = "pull the images of \(stack.path)"
    let result = try await run(arguments, in: stack.directory, operation, deadline: patience)
    guard !result.succeeded else { return }
    try await requireEngine()
    throw refusal(.imagesUnavailable, operation, result)
  }

  /// Runs `docker compose up` and returns when every container was started; see ``HealthGate`` for how they fare.
  public func apply(_ stack: MaterialisedStack) async throws(DeployError) {
    try await bringUp(stack, ["--remove-orphans"] + (stack.images == .builtHere ? ["--build"] : []))
    guard !stack.refreshed.isEmpty else { return }
    try await bringUp(stack, ["--no-deps", "--force-recreate"] + stack.refreshed)
  }

  /// The containers under the project's name, as `docker inspect` describes them.
  public func containers(of project: String) async throws(DeployError) -> [ContainerState] {
    let operation = "list the containers of \(project)"
    let filters = ["label=com.docker.compose.project=\(project)", "label=com.docker.compose.oneoff=False"]
    let list = ["ps", "--all", "--quiet", "--no-trunc"] + filters.flatMap { ["--filter", $0] }
    let listed = try await run(list, operation)
    guard listed.succeeded else { throw try await trouble(operation, listed) }
    let names = listed.output.text.split(whereSeparator: \.isNewline).map(String.init)
    guard !names.isEmpty else { return [] }
    // A container may be gone by now: then the rest is described, and the status isn't 0.
    let inspected = try await run(["inspect", "--type", "container"] + names, operation)
    guard inspected.output.cut == 0, let states = ContainerInspection.read(inspected.output.bytes) else {
      throw try await trouble(operation, inspected)
    }
    return states
  }

  /// The last lines of `docker compose logs`.
  public func logs(of services: [String], in stack: MaterialisedStack) async throws(DeployError) -> UntrustedText {
    let arguments = compose(stack) + ["logs", "--no-color", "--tail", "\(logLines)", "--"] + services
    let result = try await run(arguments, in: stack.directory, "read the logs of \(stack.path)")
    return UntrustedText(result.output.text + result.errors.text)
  }

  /// Runs `docker compose down` without the file, which may be gone; volumes stay.
  public func remove(_ project: String) async throws(DeployError) {
    let operation = "take down \(project)"
    let arguments = ["compose", "--project-name", project, "down", "--remove-orphans"]
    let result = try await run(arguments, operation, deadline: patience)
    guard !result.succeeded else { return }
    try await requireEngine()
    throw refusal(.refusedByEngine, operation, result)
  }

  private func bringUp(_ stack: MaterialisedStack, _ options: [String]) async throws(DeployError) {
    let operation = "start \(stack.path)"
    let arguments = compose(stack) + ["up", "--detach", "--pull", "missing", "--quiet-pull"] + options
    let result = try await run(arguments, in: stack.directory, operation, deadline: patience)
    guard !result.succeeded else { return }
    try await requireEngine()
    throw refusal(.refusedByEngine, operation, result)
  }

  private func compose(_ stack: MaterialisedStack) -> [String] {
    ["compose", "--project-name", stack.project, "--project-directory", stack.directory]
      + stack.files.flatMap { ["--file", $0] }
  }
}
