public import GitOpsKit
public import SourceDiagnostics

/// What can run stacks.
///
/// Every function throws ``DeployError``. ``DeployError/Code/refusedByEngine``, ``DeployError/Code/timedOut`` and
/// ``DeployError/Code/imagesUnavailable`` speak of the stack; every other code of the host, and ends the run.
public protocol DeployTarget: Sendable {
  /// Whether anything is really done.
  var mode: DeployReport.Mode { get }

  /// Gets what `stack` needs to start, without touching what runs.
  func prepare(_ stack: MaterialisedStack) async throws(DeployError)

  /// Makes what runs equal to what `stack` says.
  func apply(_ stack: MaterialisedStack) async throws(DeployError)

  /// The containers that run, or ran, under the project's name.
  func containers(of project: String) async throws(DeployError) -> [ContainerState]

  /// The last lines that `services` of `stack` have printed.
  func logs(of services: [String], in stack: MaterialisedStack) async throws(DeployError) -> UntrustedText

  /// Takes down all that runs under the project's name and keeps its data.
  func remove(_ project: String) async throws(DeployError)
}
