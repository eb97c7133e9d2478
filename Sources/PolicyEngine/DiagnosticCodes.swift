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

  /// A service shares a namespace with its host.
  public static let hostNamespace: DiagnosticCode = "policy/host-namespace"
  /// A service has a capability with which it leaves its container.
  public static let dangerousCapability: DiagnosticCode = "policy/dangerous-capability"
  /// A service is given a disk or the memory of its host.
  public static let dangerousDevice: DiagnosticCode = "policy/dangerous-device"
  /// A service is given a directory of the system.
  public static let sensitiveHostPath: DiagnosticCode = "policy/sensitive-host-path"
  /// A service runs without the engine's security profile.
  public static let unconfined: DiagnosticCode = "policy/unconfined"
  /// What a service mounts appears on the host.
  public static let sharedPropagation: DiagnosticCode = "policy/shared-propagation"
  /// Programs run from a file system in memory.
  public static let looseTemporaryFileSystem: DiagnosticCode = "policy/loose-tmpfs"
  /// A service belongs to another control group.
  public static let cgroupParent: DiagnosticCode = "policy/cgroup-parent"
  /// A service is told to run as root.
  public static let rootUser: DiagnosticCode = "policy/root-user"
  /// A service may gain privileges.
  public static let gainablePrivileges: DiagnosticCode = "policy/gainable-privileges"
  /// A service keeps the usual capabilities.
  public static let keptCapabilities: DiagnosticCode = "policy/kept-capabilities"
  /// A service may change its own files.
  public static let writableRoot: DiagnosticCode = "policy/writable-root"
  /// A port is published on every address.
  public static let openInterface: DiagnosticCode = "policy/open-interface"
  /// A service listens below port 1024.
  public static let privilegedPort: DiagnosticCode = "policy/privileged-port"
  /// A service is in the network that all share.
  public static let defaultNetwork: DiagnosticCode = "policy/default-network"
  /// Several services write to a volume.
  public static let sharedVolume: DiagnosticCode = "policy/shared-volume"
  /// Two services want the same name for a container.
  public static let containerNameCollision: DiagnosticCode = "policy/container-name-collision"
  /// An image is named without its digest.
  public static let unpinnedImage: DiagnosticCode = "policy/unpinned-image"
  /// A service's image is both built and pulled.
  public static let buildAndImage: DiagnosticCode = "policy/build-and-image"
  /// A service isn't started again.
  public static let missingRestartPolicy: DiagnosticCode = "policy/missing-restart-policy"
  /// A service may take all of its host.
  public static let unlimitedResources: DiagnosticCode = "policy/unlimited-resources"
  /// A service keeps no log.
  public static let noLog: DiagnosticCode = "policy/no-log"

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
