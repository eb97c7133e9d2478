import OrderedCollections

/// Pass 18: the loaded values as the typed model, and the table of places.
struct BindingPass {
  let name: String
  let files: [String]
  let activeProfiles: Set<String>

  func run(_ project: SourcedValue) -> ComposeProject {
    var places = Places()
    places.collect(project, at: .root)
    var named = project
    named["name"] = SourcedValue(.scalar(.string(name)), project["name"]?.origin ?? project.origin)
    return ComposeProject(
      attributes: named.value,
      activeProfiles: activeProfiles,
      files: files,
      origins: places.origins,
      trails: places.trails
    )
  }
}

/// Where the values of a project came from, by their paths.
private struct Places {
  private(set) var origins: [YAMLPath: Origin] = [:]
  private(set) var trails: [YAMLPath: [Provenance.Step]] = [:]

  mutating func collect(_ value: SourcedValue, at path: YAMLPath) {
    origins[path] = value.origin
    if !value.trail.isEmpty { trails[path] = value.trail }
    for (key, value) in value.pairs { collect(value, at: path.appending(key: key)) }
    for (index, value) in value.items.enumerated() { collect(value, at: path.appending(index: index)) }
  }
}
