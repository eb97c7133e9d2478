import ComposeModel
import OrderedCollections
import SourceDiagnostics

/// A service after a change, and what it was before, perhaps by another name.
struct ServicePair {
  let stack: RepositoryPath
  let oldProject: ComposeProject?
  let newProject: ComposeProject
  let old: Service?
  let new: Service

  /// Labels for an attribute on both sides, the new one first.
  func labels(_ attribute: [String], _ now: String = "", before: String, base: String) -> [Diagnostic.Label] {
    let isThere = newProject.origin(
      of: attribute.reduce(YAMLPath(keys: "services", new.name)) { $0.appending(key: $1) }
    )
    let current = isThere == nil ? [] : newProject.labels(new.name, attribute, now)
    guard let old, let oldProject else { return current }
    return current + oldProject.labels(old.name, attribute, before, base: base)
  }
}

extension Change {
  /// Every service of the new tree's changed stacks, beside what it was.
  var services: [ServicePair] {
    stacks.flatMap { stack -> [ServicePair] in
      guard let new = stack.new else { return [] }
      let renamed = Dictionary(stack.diff.services.map { ($0.name, $0.oldName) }) { first, _ in first }
      return new.services.values.map { service in
        let oldName = renamed[service.name].flatMap(\.self) ?? service.name
        let old = stack.old?.services[oldName]
        return ServicePair(stack: stack.stack, oldProject: stack.old, newProject: new, old: old, new: service)
      }
    }
  }
}
