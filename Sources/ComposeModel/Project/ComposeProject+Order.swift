import OrderedCollections

extension ComposeProject {
  /// The services in groups: each group may start together once all before it have.
  ///
  /// To stop them, go from the last group to the first.
  ///
  /// - Throws: ``DependencyCycle`` when services wait for one another.
  /// - Complexity: O(*n* + *m*) in the number of services and dependencies.
  public func dependencyOrder() throws(DependencyCycle) -> [[String]] {
    var missing = services.mapValues { service in service.dependsOn.keys.filter { services[$0] != nil }.count }
    var waiting: [String: [String]] = [:]
    for service in services.values {
      for need in service.dependsOn.keys where services[need] != nil { waiting[need, default: []].append(service.name) }
    }
    var groups: [[String]] = []
    var ready = Array(services.keys.filter { missing[$0] == 0 })
    while !ready.isEmpty {
      groups.append(ready)
      var next: [String] = []
      for name in ready.flatMap({ waiting[$0] ?? [] }) {
        missing[name]? -= 1
        if missing[name] == 0 { next.append(name) }
      }
      ready = next
    }
    let stuck = missing.filter { $0.value > 0 }.map(\.key)
    guard stuck.isEmpty else { throw DependencyCycle(services: ring(among: Set(stuck), from: stuck[0])) }
    return groups
  }

  /// The services of a ring: each waits for the one after it, and the last for the first.
  private func ring(among stuck: Set<String>, from start: String) -> [String] {
    var trail: [String] = []
    var name = start
    while !trail.contains(name) {
      trail.append(name)
      guard let next = services[name]?.dependsOn.keys.first(where: stuck.contains) else { return trail }
      name = next
    }
    return Array(trail.drop { $0 != name })
  }
}

/// Services that wait for one another.
public struct DependencyCycle: Error, Sendable, Hashable, CustomStringConvertible {
  /// The services: each waits for the one after it, and the last for the first.
  public let services: [String]

  /// Says that `services` wait for one another.
  public init(services: [String]) { self.services = services }

  /// What is wrong, in one sentence.
  public var description: String {
    "services wait for one another: \((services + services.prefix(1)).map { "`\($0)`" }.joined(separator: " → "))"
  }
}
