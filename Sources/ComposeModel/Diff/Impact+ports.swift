import OrderedCollections

/// A port as a service publishes it on the host.
private struct PublishedPort {
  let path: YAMLPath
  let text: String
  let container: [String?]
  let address: String?
  let published: String?

  /// Whether only the host itself reaches it.
  var isLoopback: Bool {
    guard let address else { return false }
    return address == "localhost" || address == "::1" || address == "[::1]" || address.hasPrefix("127.")
  }

  func hasSamePlace(as other: PublishedPort) -> Bool { address == other.address && published == other.published }
}

extension Sides {
  /// The ports that open, close or move.
  func portChanges() -> [PortChange] {
    let (olds, news) = section("services")
    let kept = news.keys.flatMap { portChanges(from: olds[$0] != nil ? $0 : renamedServices[$0], to: $0) }
    let heirs = Set(renamedServices.values)
    return kept + olds.keys.filter { news[$0] == nil && !heirs.contains($0) }.flatMap { portChanges(from: $0, to: nil) }
  }

  private func portChanges(from oldName: String?, to newName: String?) -> [PortChange] {
    let service = newName ?? oldName ?? ""
    let before = Dictionary(grouping: ports(of: oldName, in: old), by: \.container)
    let after = Dictionary(grouping: ports(of: newName, in: new), by: \.container)
    let order = (ports(of: newName, in: new) + ports(of: oldName, in: old)).map(\.container)
    var seen: Set<[String?]> = []
    return order.filter { seen.insert($0).inserted }.flatMap { container in
      changes(of: service, from: before[container] ?? [], to: after[container] ?? [])
    }
  }

  /// Pairs the ways one port of a container is published in both versions.
  private func changes(of service: String, from olds: [PublishedPort], to news: [PublishedPort]) -> [PortChange] {
    let gone = olds.filter { old in !news.contains { $0.hasSamePlace(as: old) } }
    let fresh = news.filter { new in !olds.contains { $0.hasSamePlace(as: new) } }
    let moved = zip(gone, fresh).map { old, new in
      let kind: PortChange.Kind = old.isLoopback && !new.isLoopback ? .exposed : .moved
      return PortChange(kind, of: service, old: old.text, new: new.text, isLoopback: new.isLoopback, path: new.path)
    }
    let opened = fresh.dropFirst(gone.count).map {
      PortChange(.opened, of: service, old: nil, new: $0.text, isLoopback: $0.isLoopback, path: $0.path)
    }
    let closed = gone.dropFirst(fresh.count).map {
      PortChange(.closed, of: service, old: $0.text, new: nil, isLoopback: $0.isLoopback, path: $0.path)
    }
    return moved + opened + closed
  }

  private func ports(of service: String?, in project: ComposeProject?) -> [PublishedPort] {
    guard let service, let ports = project?.attributes.at("services")?.at(service)?.at("ports")?.items else {
      return []
    }
    let list = YAMLPath(keys: "services", service, "ports")
    return ports.enumerated().compactMap { index, port in
      guard let text = port.shortPort else { return nil }
      return PublishedPort(
        path: list.appending(index: index),
        text: text,
        container: [port.at("target")?.word, port.at("protocol")?.word],
        address: port.at("host_ip")?.word,
        published: port.at("published")?.word
      )
    }
  }
}
