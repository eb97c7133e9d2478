import ArgumentParser
import GitKit
import GitOpsKit
import GitTransport
import ReviewKit
import ToolConsole

/// Where the clone is, and in whose name it is reviewed.
struct ReviewOptions: ParsableArguments {
  @Option(name: [.customShort("C"), .customLong("directory")], help: "A clone of the homelab repository.")
  var directory = "."

  @Option(help: "The approver's name; otherwise LONGSHORE_REVIEW_NAME.")
  var name: String?

  @Option(help: "The approver's mail address; otherwise LONGSHORE_REVIEW_EMAIL.")
  var email: String?

  func reviewer() throws -> Reviewer {
    let settings = Settings(flags: ["review.name": name, "review.email": email])
    let clone = try LocalClone(holding: directory, remote: settings["remote"] ?? "origin")
    let own = try clone.repository.read { (repository) throws(GitError) in try repository.identity() }
    guard let name = settings["review.name"] ?? own?.name, let email = settings["review.email"] ?? own?.email else {
      throw ValidationError("say who approves: --name and --email, or git config user.name and user.email")
    }
    let remote = try RemoteRepository(
      url: clone.address,
      localRepository: clone.repository.path,
      credentials: Credentials { settings[$0] }
    )
    return Reviewer(
      remote,
      as: Identity(name: name, email: email),
      deploymentBranch: try clone.deploymentBranch().name,
      remoteName: clone.remoteName
    )
  }
}
