import ComposeModel
import GitKit
import PolicyEngine
import SourceDiagnostics

/// Turns the YAML of a configuration into values, one key after the other.
struct ConfigurationReader {
  let file: String
  var configuration = HomelabConfiguration()
  var diagnostics: [Diagnostic] = []

  init(file: String) { self.file = file }

  private static let keys = ["version", "branch", "remote", "forge", "agent", "approvers", "hosts", "catalogue"]

  mutating func read(_ root: YAMLNode) {
    for (key, value, _) in pairs(of: root, in: "the configuration", named: Self.keys) {
      switch key {
      case "version": readVersion(value)
      case "branch": if let name = branch(value) { configuration.deploymentBranch = name }
      case "remote": if let name = word(value, in: key) { configuration.remote = name }
      case "forge": if let forge = forge(value) { configuration.forge = forge }
      case "agent": configuration.agent = agent(value)
      case "approvers": configuration.approvers = items(of: value, in: key).compactMap { approver($0) }
      case "hosts": configuration.hosts = pairs(of: value, in: key).compactMap { host($0.key, $0.value, at: $0.node) }
      default: configuration.catalogue = path(value, in: key)
      }
    }
    if let node = root["approvers"] { refuseAgent(amongApproversAt: node) }
  }

  private mutating func refuseAgent(amongApproversAt node: YAMLNode) {
    let login = configuration.agent.login
    guard configuration.approvers.contains(where: { $0.login == login }) else { return }
    configuration.approvers.removeAll { $0.login == login }
    let message = "the agent `\(login)` is among the approvers, who judge what it does"
    report(.malformedValue, message, at: node, help: "give the agent a login of its own")
  }

  private mutating func readVersion(_ node: YAMLNode) {
    guard node.scalar != .int(1) else { return }
    report(
      .configurationVersion,
      "this configuration isn't of version 1",
      at: node,
      help: "write 1, or use a newer Longshore"
    )
  }

  private mutating func branch(_ node: YAMLNode) -> String? {
    guard let name = text(of: node, in: "branch") else { return nil }
    if name.hasPrefix("longshore/") || name == "longshore" {
      let message = "the agent writes branches below `longshore/`, so none of them can be deployed"
      report(.malformedValue, message, at: node, help: "name a branch that only approvers write, such as main")
      return nil
    }
    if (try? RefName.branch(name)) != nil { return name }
    report(
      .malformedValue,
      "`\(GitOpsError.excerpt(name))` can't be a branch",
      at: node,
      help: "write a name such as main"
    )
    return nil
  }

  private mutating func forge(_ node: YAMLNode) -> ForgeKind? {
    guard let name = text(of: node, in: "forge") else { return nil }
    if let forge = ForgeKind(rawValue: name) { return forge }
    report(
      .unknownForge,
      "there is no forge `\(GitOpsError.excerpt(name))`",
      at: node,
      insteadOf: name,
      among: ForgeKind.allCases.map(\.rawValue)
    )
    return nil
  }

  private mutating func agent(_ node: YAMLNode) -> AgentIdentity {
    var agent = AgentIdentity()
    for (key, value, _) in pairs(of: node, in: "agent", named: ["login", "name", "email"]) {
      guard let text = line(value, in: key) else { continue }
      switch key {
      case "login": agent.login = text
      case "name": agent.identity.name = text
      default: agent.identity.email = text
      }
    }
    return agent
  }

  private mutating func approver(_ node: YAMLNode) -> Approver? {
    if node.resolved.kind == .scalar { return login(node, in: "approvers").map { Approver(login: $0) } }
    var found: String?
    var email: String?
    let pairs = pairs(of: node, in: "an approver", named: ["login", "email"])
    for (key, value, _) in pairs {
      if key == "login" { found = login(value, in: key) } else { email = line(value, in: key) }
    }
    if !pairs.contains(where: { $0.key == "login" }), node.resolved.kind == .mapping {
      report(.missingKey, "this approver has no `login`", at: node, help: "write what the Git server calls this person")
    }
    return found.map { Approver(login: $0, email: email) }
  }

  private mutating func host(_ name: String, _ node: YAMLNode, at key: YAMLNode) -> HostConfiguration? {
    guard !name.contains("/"), (try? RefName("\(DeployLedger.prefix)\(name)")) != nil else {
      let message = "`\(GitOpsError.excerpt(name))` can't be a host's name"
      report(.malformedValue, message, at: key, help: "use letters, digits and dashes")
      return nil
    }
    var host = HostConfiguration(name: name)
    for (key, value, _) in pairs(of: node, in: "a host", named: ["stacks", "health-timeout", "login"]) {
      switch key {
      case "stacks":
        host.stacks = items(of: value, in: key).compactMap { text(of: $0, in: key) }.map { PathPattern($0) }
      case "login": if let login = login(value, in: key) { host.login = login }
      default: if let duration = duration(value, in: key) { host.healthTimeout = duration }
      }
    }
    return host
  }

  /// What the Git server calls somebody, which can't be what it calls somebody else.
  private mutating func login(_ node: YAMLNode, in key: String) -> String? {
    guard let login = line(node, in: key) else { return nil }
    guard login == "ci" || login == "agent" || login.hasPrefix("host:") else { return login }
    report(
      .malformedValue,
      "the login `\(GitOpsError.excerpt(login))` stands for somebody else",
      at: node,
      help: "write another login"
    )
    return nil
  }
}
