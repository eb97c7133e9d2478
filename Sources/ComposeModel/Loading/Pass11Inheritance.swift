import OrderedCollections

/// Pass 11: names alone in a list of variables, `- KEY`, take their values from outside.
struct InheritancePass {
  let lookup: (String) -> String?

  func run(_ project: inout SourcedValue) {
    project.change("services") { services in
      services.changeEach { service in service.change("environment") { if $0.isSequence { resolve(&$0) } } }
    }
  }

  /// Gives the names alone among `variables` their values, and may take those away that have none.
  func resolve(_ variables: inout SourcedValue, dropsUnset: Bool = false) {
    if variables.isSequence {
      variables.items = variables.items.compactMap { entry in
        guard let name = entry.text, !name.contains("=") else { return entry }
        return lookup(name).map { inherited("\(name)=\($0)", name, entry) } ?? (dropsUnset ? nil : entry)
      }
    }
    for (name, entry) in variables.pairs where entry.isNull {
      if let text = lookup(name) {
        variables[name] = inherited(text, name, entry)
      } else if dropsUnset {
        variables[name] = nil
      }
    }
  }

  private func inherited(_ text: String, _ name: String, _ entry: SourcedValue) -> SourcedValue {
    var out = SourcedValue(text, like: entry)
    out.origin.variables = [name]
    return out
  }
}
