public import GitOpsKit
public import SourceDiagnostics

/// A target that runs nothing: what would be done stands in the report as planned.
public struct DryRunTarget: DeployTarget {
  /// Nothing is really done.
  public var mode: DeployReport.Mode { .dryRun }

  /// Makes a target that needs nothing.
  public init() {}

  /// Gets nothing.
  public func prepare(_ stack: MaterialisedStack) {}

  /// Starts nothing.
  public func apply(_ stack: MaterialisedStack) {}

  /// No containers: nothing was started.
  public func containers(of project: String) -> [ContainerState] { [] }

  /// No lines: nothing was started.
  public func logs(of services: [String], in stack: MaterialisedStack) -> UntrustedText { UntrustedText("") }

  /// Takes down nothing.
  public func remove(_ project: String) {}
}
