public import OrderedCollections

/// What Docker Compose would run for a stack: files merged, variables resolved, short forms written out.
///
/// Encoded, it is the project in Compose's own words; where its values came from isn't kept then. Projects are equal when
/// what they say is, wherever it was written.
public struct ComposeProject: Sendable {
  /// The project's name, which its containers and volumes carry.
  public let name: String
  /// The services by name, in the order they are written, whether their profiles are switched on or not.
  public let services: OrderedDictionary<String, Service>
  /// The whole project in canonical form, in which every list and mapping has its long form.
  public let attributes: YAMLValue
  /// The profiles that are switched on; `*` is all.
  public let activeProfiles: Set<String>
  /// Every file that was read, in order.
  public let files: [String]
  /// The values as they were loaded, with their places.
  let sources: SourcedValue?

  /// The project that `attributes` describe in canonical form.
  public init(attributes: YAMLValue, activeProfiles: Set<String> = []) {
    self.init(attributes: attributes, activeProfiles: activeProfiles, files: [], sources: nil)
  }

  init(
    attributes: YAMLValue,
    activeProfiles: Set<String>,
    files: [String],
    sources: SourcedValue?
  ) {
    self.attributes = attributes
    self.activeProfiles = activeProfiles
    self.files = files
    self.sources = sources
    name = attributes.pairs["name"]?.word ?? ""
    let services = attributes.pairs["services"]?.pairs ?? [:]
    self.services = OrderedDictionary(
      uniqueKeysWithValues: services.map { ($0.key, Service(name: $0.key, attributes: $0.value)) }
    )
  }
}

extension ComposeProject {
  /// The same project with other attributes, or with other profiles switched on.
  func with(attributes: YAMLValue? = nil, activeProfiles: Set<String>? = nil) -> ComposeProject {
    ComposeProject(
      attributes: attributes ?? self.attributes,
      activeProfiles: activeProfiles ?? self.activeProfiles,
      files: files,
      sources: sources
    )
  }
}

extension ComposeProject: ProjectPart {
  /// The project that `attributes` describe in canonical form, with no profile switched on.
  public init(attributes: YAMLValue) { self.init(attributes: attributes, activeProfiles: []) }

  /// The networks by key.
  public var networks: OrderedDictionary<String, Network> { partsByName("networks") }
  /// The volumes by key.
  public var volumes: OrderedDictionary<String, Volume> { partsByName("volumes") }
  /// The secrets by key.
  public var secrets: OrderedDictionary<String, FileObject> { partsByName("secrets") }
  /// The configs by key.
  public var configs: OrderedDictionary<String, FileObject> { partsByName("configs") }
  /// The language models by key.
  public var models: OrderedDictionary<String, Model> { partsByName("models") }

  /// Where the value at a canonical path came from, or else its nearest ancestor.
  ///
  /// Items of mappings that may be written as lists are named by their keys: `services.web.environment.TZ`.
  ///
  /// - Complexity: O(*d*) in the depth of the path.
  public func origin(of path: YAMLPath) -> Origin? {
    sources?.nearest(to: path).value.origin.origin
  }
}

extension ComposeProject: Hashable {
  /// Whether both say the same, with the same profiles switched on.
  public static func == (a: ComposeProject, b: ComposeProject) -> Bool {
    a.attributes == b.attributes && a.activeProfiles == b.activeProfiles
  }

  /// Hashes what it says.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(attributes)
    hasher.combine(activeProfiles)
  }
}
