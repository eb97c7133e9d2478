public import ComposeModel
public import PolicyEngine

/// What `.longshore/config.yaml` of the homelab repository says.
public struct HomelabConfiguration: Sendable, Hashable {
  /// The branch that hosts deploy.
  public var deploymentBranch: String
  /// The name that clones have for the server.
  public var remote: String
  /// Where proposals are kept.
  public var forge: ForgeKind
  /// Who the agent is.
  public var agent: AgentIdentity
  /// Who may approve.
  public var approvers: [Approver]
  /// The service hosts.
  public var hosts: [HostConfiguration]
  /// Where known image tags and release notes are kept for use without a network.
  public var catalogue: RepositoryPath?

  /// Sets what is known; the rest is as in a repository without a configuration.
  public init(
    deploymentBranch: String = "main",
    remote: String = "origin",
    forge: ForgeKind = .local,
    agent: AgentIdentity = AgentIdentity(),
    approvers: [Approver] = [],
    hosts: [HostConfiguration] = [],
    catalogue: RepositoryPath? = nil
  ) {
    self.deploymentBranch = deploymentBranch
    self.remote = remote
    self.forge = forge
    self.agent = agent
    self.approvers = approvers
    self.hosts = hosts
    self.catalogue = catalogue
  }

  /// Where it stands in the repository.
  public static let file = ".longshore/config.yaml"
}

/// Where proposals are kept.
public enum ForgeKind: String, Sendable, Hashable, CaseIterable, Codable {
  /// In the repository itself.
  case local
}

/// Who the agent is.
public struct AgentIdentity: Sendable, Hashable {
  /// What the Git server calls it.
  public var login: String
  /// Who its commits are by.
  public var identity: Identity

  /// Names the agent.
  public init(
    login: String = "agent",
    identity: Identity = Identity(name: "Longshore", email: "longshore@localhost")
  ) {
    self.login = login
    self.identity = identity
  }
}

/// Somebody who may approve.
public struct Approver: Sendable, Hashable {
  /// What the Git server calls this person.
  public var login: String
  /// The mail address in this person's commits, where that is to be checked.
  public var email: String?

  /// Names an approver.
  public init(login: String, email: String? = nil) {
    self.login = login
    self.email = email
  }
}

/// A service host.
public struct HostConfiguration: Sendable, Hashable {
  /// Its name, as in `refs/longshore/deploy/<name>`.
  public var name: String
  /// What the Git server calls it: `host:<name>` unless it's said otherwise.
  public var login: String
  /// Which stacks it runs.
  public var stacks: [PathPattern]
  /// How long a stack may take to become healthy.
  public var healthTimeout: Duration

  /// Describes a host.
  public init(
    name: String,
    login: String? = nil,
    stacks: [PathPattern] = [PathPattern("**")],
    healthTimeout: Duration = .seconds(120)
  ) {
    self.name = name
    self.login = login ?? "host:\(name)"
    self.stacks = stacks
    self.healthTimeout = healthTimeout
  }

  /// Whether it runs the stack at `path`.
  public func runs(_ path: RepositoryPath) -> Bool { stacks.contains { $0.matches(path.string) } }
}
