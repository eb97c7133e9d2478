extension [any Rule] {
  /// The rules of Longshore itself.
  public static let standard: [any Rule] = [
    ProtectedPath(), DoesNotLoad(), DataLoss(), MajorDatabaseUpgrade(), DatabaseDowngrade(), RemovedHealthcheck(),
    WeakenedHardening(), OpenedPort(), PortCollision(), Privileged(), DockerSocket(), PlainSecret(), FloatingTag(),
    MissingHealthcheck(), WideChange(),
  ]
}
