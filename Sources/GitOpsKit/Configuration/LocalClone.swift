import GitKit

/// The clone that a program was started in: its repository, its server, and what the deployment branch says.
public struct LocalClone: Sendable {
  /// The repository.
  public let repository: SharedRepository
  /// What it calls its server.
  public let remoteName: String
  /// The server's address.
  public let address: String

  /// Finds the repository that holds `directory`, and the remote in it.
  ///
  /// - Throws: `GitError` when there is no repository, ``GitOpsError`` when it has no such remote.
  public init(holding directory: String, remote: String = "origin") throws {
    let opened = try Repository(discoveringFrom: directory)
    guard let url = try opened.remoteURL(named: remote) else {
      throw GitOpsError(
        code: .notFound,
        operation: "find the server of \(opened.path)",
        reason: "it has no remote `\(remote)`",
        help: "add one: git remote add \(remote) ADDRESS"
      )
    }
    repository = SharedRepository(opened)
    remoteName = remote
    address = url
  }

  /// The deployment branch, as it was last fetched.
  public func deploymentBranch() throws -> DeploymentBranch {
    try DeploymentBranch.find(in: repository, remote: remoteName)
  }
}
