/// What differs in a stack and what that does, ready to be shown.
public struct ChangeSummary: Sendable, Hashable, Encodable {
  /// What differs.
  public var diff: StackDiff
  /// What that does.
  public var impact: Impact

  /// Joins a difference with what it does.
  public init(_ diff: StackDiff, _ impact: Impact) {
    self.diff = diff
    self.impact = impact
  }

  /// Compares two versions of a stack and works out what the difference does when `release` of Docker Compose applies it.
  public init(
    of stack: RepositoryPath,
    from old: ComposeProject?,
    to new: ComposeProject?,
    for release: ComposeRelease = .five
  ) {
    diff = .between(old, new, of: stack)
    impact = .of(diff, old: old, new: new, for: release)
  }
}

extension ChangeSummary {
  /// The services that something happens to, each with what differs in it.
  var services: [(impact: ServiceImpact, changes: [AttributeChange])] {
    let changes = Dictionary(diff.services.map { ($0.name, $0) }) { first, _ in first }
    return impact.services.compactMap { impact in
      let own = changes[impact.name]
      if impact.action == .unchanged, own == nil { return nil }
      let isWhole = own?.kind == .added || own?.kind == .removed
      return (impact, (own?.changes ?? []).filter { !isWhole || Self.telling.contains($0.attribute) })
    }
  }

  /// What is shown of a service that comes or goes.
  private static let telling: Set<String> = ["image", "ports", "volumes"]

  /// What differs in volumes, networks and so on, a line each.
  var resources: [(name: String, words: String)] {
    diff.resources.flatMap { resource -> [(String, String)] in
      let name = "\(resource.resource.rawValue) \(resource.name.quoted)"
      switch resource.kind {
      case .changed: return resource.changes.map { (name, $0.summary) }
      case .renamed: return [(name, "was called \((resource.oldName ?? "").quoted)")]
      default: return [(name, resource.kind.rawValue)]
      }
    }
  }

  /// The name that a stack in the repository's root goes by, and the path of any other.
  var title: String { diff.stack.string.isEmpty ? "the repository's root" : diff.stack.string }
}

extension ServiceImpact.Action {
  /// What is done, as the end of a sentence about the service.
  var words: String {
    switch self {
    case .unchanged: "runs on"
    case .restart: "is restarted"
    case .recreate: "is recreated"
    case .scale: "is scaled"
    case .create: "is new"
    case .remove: "is removed"
    }
  }
}
