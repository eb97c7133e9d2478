import GitOpsKit
public import GitTransport

/// What a service host has to know to deploy.
public struct DeploySettings: Sendable {
  /// What to do with a stack that failed, while nothing about it has changed.
  public enum Retry: Sendable, Hashable {
    /// Leave it as it is until a commit changes it.
    case whenChanged
    /// Try it once more.
    case now
  }

  /// What to do when the deployment branch has lost commits that were deployed.
  public enum Rewind: Sendable, Hashable {
    /// Change nothing and say so.
    case refuse
    /// Follow it.
    case follow
  }

  /// The host's name, as the configuration has it.
  public var host: String
  /// Where the repository is.
  public var remote: String
  /// How to prove who we are there.
  public var credentials: Credentials
  /// A directory of our own: the copy of the repository, the stacks' files and what we remember.
  public var state: String
  /// The deployment branch, unless the configuration on it names another one.
  public var branch: String
  /// How long the server may be silent.
  public var patience: Duration
  /// How to look at services; the configuration sets how long they may take.
  public var health: HealthRules
  /// What to do with a stack that failed.
  public var retry: Retry
  /// What to do when the branch has lost commits.
  public var rewind: Rewind

  /// Settings that need no more than where, from where and as whom.
  public init(
    host: String,
    remote: String,
    state: String,
    credentials: Credentials = .none,
    branch: String = "main",
    patience: Duration = .seconds(30),
    health: HealthRules = HealthRules(),
    retry: Retry = .whenChanged,
    rewind: Rewind = .refuse
  ) {
    self.host = host
    self.remote = remote
    self.state = state
    self.credentials = credentials
    self.branch = branch
    self.patience = patience
    self.health = health
    self.retry = retry
    self.rewind = rewind
  }

  /// Who writes the host's reports.
  var identity: Identity { Identity(name: "longshore-deploy on \(host)", email: "deploy@\(host)") }
}
