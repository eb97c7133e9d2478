import OrderedCollections

/// Pass 18: the loaded values as the typed model, and the table of places.
struct BindingPass {
  let name: String
  let files: [String]
  let activeProfiles: Set<String>

  func run(_ project: SourcedValue) -> ComposeProject {
    var origins: [YAMLPath: Origin] = [:]
    collect(project, at: .root, &origins)
    var named = project
    named["name"] = SourcedValue(.scalar(.string(name)), project["name"]?.origin ?? project.origin)
    return ComposeProject(attributes: named.value, activeProfiles: activeProfiles, files: files, origins: origins)
  }

  private func collect(_ value: SourcedValue, at path: YAMLPath, _ origins: inout [YAMLPath: Origin]) {
    origins[path] = value.origin
    for (key, value) in value.pairs { collect(value, at: path.appending(key: key), &origins) }
    for (index, value) in value.items.enumerated() { collect(value, at: path.appending(index: index), &origins) }
  }
}
