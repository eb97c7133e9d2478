import OrderedCollections
import SourceDiagnostics

extension ConsistencyPass {
  /// A service that another one can't do without, and where that is said.
  private struct Need {
    let service: String
    let place: FilePlace
    var isRequired = true
  }

  /// What `depends_on` names, and what links and shared namespaces imply.
  private func needs(of service: SourcedValue) -> [Need] {
    let written = (service["depends_on"]?.pairs ?? [:]).map { name, value in
      Need(service: name, place: value.key ?? value.origin, isRequired: value["required"]?.flag ?? true)
    }
    let links = (service["links"]?.items ?? []).compactMap { link in
      link.text.map { Need(service: String($0.prefix { $0 != ":" }), place: link.origin) }
    }
    let mounts = (service["volumes_from"]?.items ?? []).compactMap { source in
      source.text.flatMap { $0.hasPrefix("container:") ? nil : $0 }
        .map { Need(service: String($0.prefix { $0 != ":" }), place: source.origin) }
    }
    let shared = ["network_mode", "ipc", "pid", "uts", "cgroup"].compactMap { key in
      service[key].flatMap { value in
        value.text.flatMap { $0.hasPrefix("service:") ? $0.dropFirst("service:".count) : nil }
          .map { Need(service: String($0), place: value.origin) }
      }
    }
    return written + links + mounts + shared
  }

  func checkDependencies(
    of service: SourcedValue,
    among services: OrderedDictionary<String, SourcedValue>,
    _ context: inout LoadingContext
  ) {
    for need in needs(of: service) {
      guard let other = services[need.service] else {
        let nearest = services.keys.nearest(to: need.service)
        context.error(
          .undefinedReference,
          "there is no service `\(need.service)`",
          [need.place.label()],
          help: nearest.map { "did you mean `\($0)`?" } ?? "declare it under `services:`"
        )
        continue
      }
      guard need.isRequired, !Profiles.enables(other, profiles) else { continue }
      context.error(
        .undefinedReference,
        "the service `\(need.service)` isn't in any profile that is switched on",
        [need.place.label()],
        help: "write `required: false`, or put both in the same profile"
      )
    }
  }

  /// Says of each ring of services that wait for one another where it begins.
  func checkCycles(_ services: OrderedDictionary<String, SourcedValue>, _ context: inout LoadingContext) {
    var states: [String: Bool] = [:]
    for start in services.keys where states[start] == nil {
      var trail: [(name: String, rest: [String])] = [(start, needs(of: services[start]))]
      states[start] = false
      while let (name, rest) = trail.popLast() {
        guard let next = rest.first else {
          states[name] = true
          continue
        }
        trail.append((name, Array(rest.dropFirst())))
        if let ring = trail.firstIndex(where: { $0.name == next }) {
          report(trail[ring...].map(\.name) + [next], services, &context)
        } else if states[next] == nil, let service = services[next] {
          states[next] = false
          trail.append((next, needs(of: service)))
        }
      }
    }
  }

  private func needs(of service: SourcedValue?) -> [String] { service.map(needs)?.map(\.service) ?? [] }

  private func report(
    _ ring: [String],
    _ services: OrderedDictionary<String, SourcedValue>,
    _ context: inout LoadingContext
  ) {
    guard let first = ring.first, let service = services[first] else { return }
    let place = service["depends_on"]?.key ?? service["links"]?.key ?? service.key ?? service.origin
    context.error(
      .dependencyCycle,
      "services wait for one another: \(ring.map { "`\($0)`" }.joined(separator: " → "))",
      [place.label()],
      help: "take one of the dependencies away"
    )
  }
}
