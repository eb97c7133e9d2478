extension [any Rule] {
  /// The rules of Longshore itself.
  public static let standard = changes + isolation + exposure + operation

  /// What a change may break.
  private static let changes: Self = [
    ProtectedPath(), DoesNotLoad(), DataLoss(), MajorDatabaseUpgrade(), DatabaseDowngrade(), RemovedHealthcheck(),
    WeakenedHardening(), OpenedPort(), WideChange(),
  ]

  /// What lets a service out of its container.
  private static let isolation: Self = [
    Privileged(), DockerSocket(), HostNamespace(), DangerousCapability(), DangerousDevice(), SensitiveHostPath(),
    Unconfined(), SharedPropagation(), LooseTemporaryFileSystem(), CgroupParent(), RootUser(), GainablePrivileges(),
    KeptCapabilities(), WritableRoot(),
  ]

  /// What lets others in, or read what they shouldn't.
  private static let exposure: Self = [
    PlainSecret(), OpenInterface(), PrivilegedPort(), DefaultNetwork(), SharedVolume(),
  ]

  /// What makes a service harder to run.
  private static let operation: Self = [
    PortCollision(), ContainerNameCollision(), FloatingTag(), UnpinnedImage(), BuildAndImage(), MissingHealthcheck(),
    MissingRestartPolicy(), UnlimitedResources(), NoLog(),
  ]
}
