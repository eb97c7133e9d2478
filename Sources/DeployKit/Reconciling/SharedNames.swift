import ComposeModel

/// Stacks that would run under one name, so that each would take the other's containers for its own leftovers.
struct SharedNames {
  /// Why stacks may not be touched.
  let refusals: [RepositoryPath: String]

  /// Looks for shared names; of several, the one that runs already keeps it.
  init(_ stacks: [(RepositoryPath, project: String?)], records: [RepositoryPath: StackRecord]) {
    var refusals: [RepositoryPath: String] = [:]
    let groups = Dictionary(grouping: stacks.filter { $0.project != nil }, by: { $0.project ?? "" })
    for (project, members) in groups where members.count > 1 {
      let paths = members.map(\.0).sorted()
      let owners = paths.filter { records[$0]?.project == project && records[$0]?.mayRun == true }
      for path in paths where owners.count != 1 || !owners.contains(path) {
        guard let other = (owners.first { $0 != path }) ?? paths.first(where: { $0 != path }) else { continue }
        refusals[path] = "it would run as `\(project)`, like \(other); give one of them a `name:` of its own"
      }
    }
    self.refusals = refusals
  }
}
