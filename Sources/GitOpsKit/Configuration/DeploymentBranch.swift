import ComposeModel
public import GitKit
public import PolicyEngine
public import SourceDiagnostics

/// The branch that hosts deploy: the only place that policy and configuration are ever read from.
///
/// No function here takes a revision, so nothing that is being judged can bring its own judge.
public struct DeploymentBranch: Sendable {
  /// Where a repository keeps the branch.
  public enum Side: Sendable, Hashable {
    /// As a branch of its own: the server's repository.
    case own
    /// As it was last fetched from a remote: a clone.
    case fetched(from: String)
  }

  /// Its short name.
  public let name: String
  /// What it's called in this repository.
  public let reference: RefName
  private let repository: SharedRepository

  /// The branch `name` of `repository`, which need not be there yet.
  public init(_ name: String, on side: Side, in repository: SharedRepository) throws(GitError) {
    self.name = name
    self.repository = repository
    switch side {
    case .own: reference = try RefName.branch(name)
    case .fetched(let remote): reference = try RefName("refs/remotes/\(remote)/\(name)")
    }
  }

  /// The last commit; nil when the branch isn't there.
  public var tip: ObjectID? {
    get throws(GitError) {
      try repository.read { (repository) throws(GitError) in try repository.reference(reference) }
    }
  }

  /// The last commit.
  ///
  /// - Throws: ``GitOpsError`` with ``GitOpsError/Code/notFound`` when the branch isn't there.
  public func requireTip() throws -> ObjectID {
    if let tip = try tip { return tip }
    let isFetched = reference.hasPrefix("refs/remotes/")
    throw GitOpsError(
      code: .notFound,
      operation: "read the deployment branch",
      reason: "there is no \(reference.shortName) in \(repository.path)",
      help: isFetched ? "fetch, or name the branch that hosts deploy" : "let an approver push `\(name)` first"
    )
  }

  /// Its files.
  public func tree() throws -> CommitTree { CommitTree(try requireTip(), in: repository) }

  /// What `.longshore/config.yaml` says there.
  public func configuration() throws -> Loaded<HomelabConfiguration> {
    try HomelabConfiguration.load(from: tree())
  }

  /// What `.longshore/policy.yaml` says there; without that file, the policy that is built in.
  public func policy() throws -> Loaded<Policy> {
    guard let bytes = try tree().read(RepositoryPath(Self.policyFile)) else { return Loaded(.standard) }
    return Policy.load(bytes, file: Self.policyFile)
  }

  /// Where the policy stands in the repository.
  public static let policyFile = ".longshore/policy.yaml"
}

extension DeploymentBranch {
  /// The deployment branch of `repository`: the server's default branch, unless the configuration there names another.
  ///
  /// A bare repository is taken for the server's own. In a clone it's the fetched `main` or `master`, or else the fetched
  /// side of the branch that is checked out.
  ///
  /// - Parameters:
  ///   - repository: Where to look.
  ///   - remote: What a clone calls the server.
  /// - Returns: The branch, which need not be there yet.
  /// - Throws: `GitError` when the repository can't be read.
  public static func find(in repository: SharedRepository, remote: String = "origin") throws -> DeploymentBranch {
    let (isBare, head) = try repository.read { (repository) throws(GitError) in
      (repository.isBare, try repository.headBranch()?.shortName)
    }
    let side: Side = isBare ? .own : .fetched(from: remote)
    var found = try DeploymentBranch(isBare ? head ?? "main" : "main", on: side, in: repository)
    if !isBare {
      for name in ["main", "master"] + (head.map { [$0] } ?? []) where try found.tip == nil {
        let candidate = try DeploymentBranch(name, on: side, in: repository)
        if try candidate.tip != nil, !name.hasPrefix("longshore/") { found = candidate }
      }
    }
    guard try found.tip != nil, let configured = try found.configuredName(), configured != found.name else {
      return found
    }
    return try DeploymentBranch(configured, on: side, in: repository)
  }

  private func configuredName() throws -> String? {
    let file = try RepositoryPath(HomelabConfiguration.file)
    guard let bytes = try tree().read(file), let root = ComposeDocument.parse(bytes, file: file.string).value?.root,
      root["branch"] != nil
    else { return nil }
    return HomelabConfiguration.load(bytes, file: file.string).value?.deploymentBranch
  }
}
