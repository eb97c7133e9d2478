import ArgumentParser
import ForgeKit
import GitOpsKit
import GitTransport
import ToolConsole

/// Where the clone is, and how its server is reached.
struct CloneOptions: ParsableArguments {
  @Option(name: [.customShort("C"), .customLong("directory")], help: "A clone of the homelab repository.")
  var directory = "."

  @Option(help: "What the clone calls its server; otherwise LONGSHORE_REMOTE, otherwise origin.")
  var remote: String?

  /// The clone, its server, and the forge there.
  func open() throws -> (clone: LocalClone, server: RemoteRepository) {
    let settings = Settings(flags: ["remote": remote])
    let clone = try LocalClone(holding: directory, remote: settings["remote"] ?? "origin")
    let server = try RemoteRepository(
      url: clone.address,
      localRepository: clone.repository.path,
      credentials: Credentials { settings[$0] }
    )
    return (clone, server)
  }
}

extension LocalClone {
  /// Fetches branches and our own references.
  func fetch(from server: RemoteRepository) async throws {
    try await server.fetch([.branches(ofRemote: remoteName), .longshore], pruning: .prune)
  }

  /// The forge that the repository itself is.
  func forge(on server: RemoteRepository) throws -> LocalForge {
    LocalForge(server, deploymentBranch: try deploymentBranch().name, remoteName: remoteName)
  }
}
