public import ComposeModel
import OrderedCollections
public import SourceDiagnostics

/// A rule that looks at one service at a time.
public protocol ServiceRule: Rule {
  /// What it sees in a service.
  func observations(of service: Service, in state: StackState) -> [Observation]
}

extension ServiceRule {
  /// What it sees in each service of the stacks in question.
  public func observations(of tree: TreeState) -> [Observation] {
    tree.stacks.flatMap { state in
      state.project.services.values.flatMap { observations(of: $0, in: state) }
    }
  }
}

extension ServiceRule {
  /// What is seen in `service`.
  ///
  /// - Parameters:
  ///   - words: What is to be said of it, without its name.
  ///   - service: The service.
  ///   - keys: Where it is seen, below the service.
  ///   - state: The service's stack.
  ///   - help: What to do about it.
  ///   - ceiling: The gravest level that suits it.
  /// - Returns: The observation, whose subject is the service and the words.
  func observation(
    _ words: String,
    of service: Service,
    at keys: [YAMLPath.Component] = [],
    in state: StackState,
    help: String,
    ceiling: Level = .deny
  ) -> Observation {
    let place = YAMLPath([.key("services"), .key(service.name)] + keys)
    return Observation(
      "\(service.name.quoted) \(words)",
      of: state.stack,
      subject: "\(service.name) \(words)",
      labels: state.project.labels(at: place),
      help: help,
      ceiling: ceiling
    )
  }
}

extension ComposeProject {
  /// Whether another service waits until the one called `name` has ended well.
  func expectsEnd(of name: String) -> Bool {
    services.values.contains { $0.dependsOn[name]?.condition == .completedSuccessfully }
  }

  /// A label for where the service's attribute comes from, or else where the service does.
  ///
  /// - Parameters:
  ///   - service: The service's name.
  ///   - attribute: The keys below it.
  ///   - text: A few words for beside the underline.
  ///   - base: What stands after `@` for a place in the old tree.
  /// - Returns: The label, or none where nothing is known about the place.
  public func labels(
    _ service: String,
    _ attribute: [String] = [],
    _ text: String = "",
    base: String? = nil
  ) -> [Diagnostic.Label] {
    labels(at: attribute.reduce(YAMLPath(keys: "services", service)) { $0.appending(key: $1) }, text, base: base)
  }

  func labels(at path: YAMLPath, _ text: String = "", base: String? = nil) -> [Diagnostic.Label] {
    origin(of: path).map { [Diagnostic.Label($0.file + (base.map { "@\($0)" } ?? ""), $0.bytes, text)] } ?? []
  }
}
