import OrderedCollections

/// The two versions of a stack that are compared.
struct Sides {
  let old: ComposeProject?
  let new: ComposeProject?
  /// The release of Docker Compose that applies the new one.
  let release: ComposeRelease
  /// The services that were renamed: new names, each with the old one.
  let renamedServices: [String: String]
  /// The engine's names of the volumes, by their keys.
  let volumeNames: (old: [String: String], new: [String: String])

  init(old: ComposeProject?, new: ComposeProject?, for release: ComposeRelease = .five) {
    self.old = old
    self.new = new
    self.release = release
    renamedServices = Self.renames(in: "services", old, new)
    volumeNames = (old?.volumeNames ?? [:], new?.volumeNames ?? [:])
  }

  /// The names under a top-level key, each with what stands there, in both versions.
  func section(_ name: String) -> (old: OrderedDictionary<String, YAMLValue>, new: OrderedDictionary<String, YAMLValue>)
  {
    (Self.section(name, of: old), Self.section(name, of: new))
  }

  static func section(_ name: String, of project: ComposeProject?) -> OrderedDictionary<String, YAMLValue> {
    project?.attributes.at(name)?.pairs ?? [:]
  }
}
