/// Pass 18: the loaded values as the typed model, which keeps their places.
struct BindingPass {
  let name: String
  let files: [String]
  let activeProfiles: Set<String>

  func run(_ project: SourcedValue) -> ComposeProject {
    var named = project
    named["name"] = SourcedValue(.scalar(.string(name)), project["name"]?.origin ?? project.origin)
    return ComposeProject(attributes: named.value, activeProfiles: activeProfiles, files: files, sources: project)
  }
}

extension SourcedValue {
  /// The value at a canonical path, or else its nearest ancestor.
  func nearest(to path: YAMLPath) -> (value: SourcedValue, isExact: Bool) {
    var found = self
    for component in path.components {
      let next: SourcedValue? =
        switch component {
        case .key(let key): found[key]
        case .index(let index): found.items.indices.contains(index) ? found.items[index] : nil
        }
      guard let next else { return (found, false) }
      found = next
    }
    return (found, true)
  }
}
