public import OrderedCollections

/// How an image is built.
public struct Build: ProjectPart {
  /// What is written about it, in canonical form.
  public let attributes: YAMLValue

  /// A view of `attributes`.
  public init(attributes: YAMLValue) { self.attributes = attributes }

  /// The directory or address that it is built from.
  public var context: String? { text("context") }
  /// The file with the instructions, seen from the context.
  public var dockerfile: String? { text("dockerfile") }
  /// The instructions themselves.
  public var dockerfileInline: String? { text("dockerfile_inline") }
  /// Powers beyond the builder's own, such as `network.host`.
  public var entitlements: [String] { texts("entitlements") }
  /// Variables of the build; nil is the building machine's value.
  public var arguments: OrderedDictionary<String, String?> { variables("args") }
  /// What is attested about how it was built.
  public var provenance: String? { text("provenance") }
  /// What is attested about what it holds.
  public var softwareBillOfMaterials: String? { text("sbom") }
  /// Keys of SSH that the build may use, with their paths; nil is the agent's.
  public var sshKeys: OrderedDictionary<String, String?> { variables("ssh") }
  /// The image's labels.
  public var labels: OrderedDictionary<String, String> { textsByName("labels") }
  /// Where layers are taken from.
  public var cacheFrom: [String] { texts("cache_from") }
  /// Where layers are put.
  public var cacheTo: [String] { texts("cache_to") }
  /// Whether no layer is taken from a cache.
  public var isUncached: Bool { flag("no_cache") ?? false }
  /// The stages whose layers aren't taken from a cache.
  public var uncachedStages: [String] { texts("no_cache_filter") }
  /// Other contexts by name.
  public var additionalContexts: OrderedDictionary<String, String> { textsByName("additional_contexts") }
  /// Whether base images are always asked for.
  public var pulls: Bool { flag("pull") ?? false }
  /// Hosts with their addresses, `name=address`.
  public var extraHosts: [String] { texts("extra_hosts") }
  /// The isolation of the build's containers.
  public var isolation: String? { text("isolation") }
  /// The network of the build's containers.
  public var network: String? { text("network") }
  /// The stage that is built.
  public var target: String? { text("target") }
  /// The secrets that the build can read.
  public var secrets: [Grant] { parts("secrets") }
  /// The size of `/dev/shm` of the build's containers.
  public var shmSize: ByteCount? { bytes("shm_size") }
  /// Further names of the image.
  public var tags: [String] { texts("tags") }
  /// Limits of the build's processes.
  public var ulimits: OrderedDictionary<String, ResourceLimit> { partsByName("ulimits") }
  /// The platforms it is built for.
  public var platforms: [String] { texts("platforms") }
  /// Whether nearly all isolation is off.
  public var isPrivileged: Bool { flag("privileged") ?? false }
}
