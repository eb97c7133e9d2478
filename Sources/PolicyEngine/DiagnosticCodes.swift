public import SourceDiagnostics

extension DiagnosticCode {
  /// An agent touches a path it may not.
  public static let protectedPath: DiagnosticCode = "policy/protected-path"
  /// A stack can't be loaded any more.
  public static let doesNotLoad: DiagnosticCode = "policy/does-not-load"
  /// A service would lose its data.
  public static let dataLoss: DiagnosticCode = "policy/data-loss"
  /// A database moves to a version that can't read its files.
  public static let majorDatabaseUpgrade: DiagnosticCode = "policy/major-database-upgrade"
  /// A database moves to an older version than wrote its files.
  public static let databaseDowngrade: DiagnosticCode = "policy/database-downgrade"
  /// A service loses its health check.
  public static let removedHealthcheck: DiagnosticCode = "policy/removed-healthcheck"
  /// A service gains rights or loses a restriction.
  public static let weakenedHardening: DiagnosticCode = "policy/weakened-hardening"
  /// A port becomes reachable.
  public static let openedPort: DiagnosticCode = "policy/opened-port"
  /// Two services want the same port of a host.
  public static let portCollision: DiagnosticCode = "policy/port-collision"
  /// An image's tag moves.
  public static let floatingTag: DiagnosticCode = "policy/floating-tag"
  /// Nobody can tell whether a service works.
  public static let missingHealthcheck: DiagnosticCode = "policy/missing-healthcheck"
  /// A service may do what the host's root may.
  public static let privileged: DiagnosticCode = "policy/privileged"
  /// A service may command the Docker engine.
  public static let dockerSocket: DiagnosticCode = "policy/docker-socket"
  /// A secret stands in a file for everyone to read.
  public static let plainSecret: DiagnosticCode = "policy/plain-secret"
  /// An agent changes many stacks at once.
  public static let wideChange: DiagnosticCode = "policy/wide-change"

  /// The policy file wasn't understood as a whole.
  public static let incompletePolicy: DiagnosticCode = "policy/incomplete-policy"
  /// An exception has run out.
  public static let expiredException: DiagnosticCode = "policy/expired-exception"

  /// A key that means nothing in a policy file.
  static let unknownPolicyKey: DiagnosticCode = "policy/unknown-key"
  /// A rule that doesn't exist.
  static let unknownRule: DiagnosticCode = "policy/unknown-rule"
  /// A level that doesn't exist.
  static let unknownLevel: DiagnosticCode = "policy/unknown-level"
  /// A rule whose level nobody may change.
  static let fixedRule: DiagnosticCode = "policy/fixed-rule"
  /// Something of another shape than its key needs.
  static let unexpectedShape: DiagnosticCode = "policy/unexpected-shape"
  /// An exception without a part it needs.
  static let incompleteException: DiagnosticCode = "policy/incomplete-exception"
  /// A day that the calendar doesn't have.
  static let unknownDate: DiagnosticCode = "policy/unknown-date"
}
