public import PolicyEngine

/// Who pushes, as far as the Git server tells.
public struct Pusher: Sendable, Hashable {
  /// What the server calls the pusher; nil when it doesn't say.
  public let login: String?
  /// On whose behalf the push is judged.
  public let role: Role
  /// The host, for a host.
  public let host: String?

  /// Names a pusher.
  public init(login: String?, role: Role, host: String? = nil) {
    self.login = login
    self.role = role
    self.host = host
  }

  /// The variables that name the pusher, the first that is set counts: ours, Forgejo's and Gitea's, GitLab's.
  public static let variables = ["LONGSHORE_IDENTITY", "GITEA_PUSHER_NAME", "GL_USERNAME"]

  /// Finds out who pushes; whoever isn't known has the rights of the agent, which are the least.
  ///
  /// - Parameters:
  ///   - environment: The hook's environment, which the server sets.
  ///   - configuration: What the deployment branch says.
  ///   - approvers: Logins that the server's administrator has named, beside those of the configuration.
  /// - Returns: The pusher's role.
  public static func identify(
    in environment: [String: String],
    configuration: HomelabConfiguration,
    approvers: Set<String> = []
  ) -> Pusher {
    let login = variables.lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
    guard let login, login != configuration.agent.login, login != "agent" else {
      return Pusher(login: login, role: .agent)
    }
    if let host = configuration.hosts.first(where: { $0.login == login }) {
      return Pusher(login: login, role: .host, host: host.name)
    }
    if login == "ci" { return Pusher(login: login, role: .ci) }
    if login.hasPrefix("host:") { return Pusher(login: login, role: .host, host: String(login.dropFirst(5))) }
    let isApprover = approvers.contains(login) || configuration.approvers.contains { $0.login == login }
    return Pusher(login: login, role: isApprover ? .person : .agent)
  }
}
