import ComposeModel
import SourceDiagnostics

/// What stands in a repository is read by everyone who gets a copy, for ever.
struct PlainSecret: ServiceRule {
  let code: DiagnosticCode = .plainSecret
  let levels = LevelByRole(agent: .deny, person: .warn)
  let rationale = "A secret in a commit stays in the history and in every clone, even when a later commit removes it."

  func observations(of service: Service, in state: StackState) -> [Observation] {
    service.environment.compactMap { key, value in
      guard let value, let kind = Self.kind(of: value, under: key) else { return nil }
      let path = YAMLPath(keys: "services", service.name, "environment", key)
      let origin = state.project.origin(of: path)
      guard origin?.variables.isEmpty ?? true else { return nil }
      return Observation(
        "\(key.quoted) of \(service.name.quoted) holds \(kind) in clear text",
        of: state.stack,
        subject: "\(service.name) \(key)",
        labels: state.project.labels(at: path, "readable by everyone with a copy"),
        help: "move it to a file named under `secrets`, or to a variable that the host alone knows"
      )
    }
  }

  private static func kind(of value: String, under key: String) -> String? {
    if value.contains("-----BEGIN "), value.contains("PRIVATE KEY-----") { return "a private key" }
    if hasPassword(inURL: value) { return "a password" }
    let isPlaceholder = value.isEmpty || value.hasPrefix("/") || isSwitch(value)
    return CredentialShape.isCredential(key: key) && !isPlaceholder ? "a secret" : nil
  }

  /// Whether it only switches something on or off: `ALLOW_EMPTY_PASSWORD=yes`.
  private static func isSwitch(_ value: String) -> Bool {
    ["true", "false", "yes", "no", "on", "off", "0", "1"].contains(value.lowercased())
  }

  /// `scheme://user:password@host`.
  private static func hasPassword(inURL value: String) -> Bool {
    guard let scheme = value.firstRange(of: "://") else { return false }
    let authority = value[scheme.upperBound...].prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    guard let at = authority.lastIndex(of: "@"), let colon = authority.firstIndex(of: ":"), colon < at else {
      return false
    }
    return authority.index(after: colon) < at
  }
}
