public import OrderedCollections

// What a service keeps, and what it can read.
extension Service {
  /// Where else volumes are taken from: `service`, `container:name`.
  public var volumesFrom: [String] { texts("volumes_from") }
  /// Paths that are memory.
  public var temporaryFileSystems: [String] { texts("tmpfs") }
  /// The secrets it can read.
  public var secretGrants: [Grant] { parts("secrets") }
  /// The configs it can read.
  public var configGrants: [Grant] { parts("configs") }
  /// Options of the container's own layer.
  public var storageOptions: OrderedDictionary<String, String> { textsByName("storage_opt") }
  /// Whether its root file system can't be written.
  public var readOnly: Bool { flag("read_only") ?? false }
  /// The size of `/dev/shm`.
  public var shmSize: ByteCount? { bytes("shm_size") }
  /// What is mounted.
  public var volumes: [Mount] { values("volumes", Mount.init(canonical:)) }
  /// The keys of the secrets it can read.
  public var secrets: [String] { secretGrants.compactMap(\.source) }
  /// The keys of the configs it can read.
  public var configs: [String] { configGrants.compactMap(\.source) }
}
