import ComposeModel
import GitKit
import GitOpsKit
import SourceDiagnostics

extension ReconcilerPass {
  /// The configuration on the deployment branch, all of which must be understood.
  static func configuration(of branch: DeploymentBranch) throws -> HomelabConfiguration {
    let loaded = try branch.configuration()
    let error = loaded.diagnostics.first { $0.severity == .error }
    guard error == nil, let configuration = loaded.value else {
      let reason = error.map { "\($0.code): \($0.message)" } ?? "nothing in it could be understood"
      let help = "mend it on the branch `\(branch.name)`; `longshore check` shows where"
      throw DeployError(.notConfigured, "follow \(HomelabConfiguration.file)", reason, help: help)
    }
    return configuration
  }

  /// What the configuration says about the host `name`; without a list of hosts, every host runs everything.
  static func host(named name: String, in configuration: HomelabConfiguration) throws -> HostConfiguration {
    if configuration.hosts.isEmpty { return HostConfiguration(name: name) }
    if let host = configuration.hosts.first(where: { $0.name == name }) { return host }
    let names = configuration.hosts.map(\.name)
    let help = names.nearest(to: name).map { "did you mean `\($0)`?" } ?? "add it under `hosts:`"
    let reason = "\(HomelabConfiguration.file) names no such host"
    throw DeployError(.notConfigured, "deploy to `\(name)`", reason, help: help)
  }

  /// The head that was followed last, if our copy still knows it.
  static func followed(_ journal: DeployJournal, in repository: SharedRepository) async throws -> ObjectID? {
    guard let revision = await journal.revision else { return nil }
    let isHere = try repository.read { (repository) throws(GitError) in try repository.hasObject(revision) }
    return isHere ? revision : nil
  }
}

extension Diagnostic {
  static func rewoundBranch(_ branch: String, _ followed: ObjectID) -> Diagnostic {
    Diagnostic(
      .error,
      .rewoundBranch,
      "the deployment branch `\(branch)` no longer holds commit \(followed.short), which was deployed",
      help: "find out who rewound it; if that was meant, run once with --follow-rewind"
    )
  }
}
