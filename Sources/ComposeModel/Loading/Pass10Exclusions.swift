import OrderedCollections
import SourceDiagnostics

/// Pass 10: attributes that exclude each other don't stand together, and values that must be there are.
struct ExclusionsPass {
  func run(_ project: SourcedValue, _ context: inout LoadingContext) {
    for service in (project["services"]?.pairs ?? [:]).values {
      checkAddresses(of: service, &context)
      checkWatches(of: service, &context)
      checkDevices(of: service, &context)
    }
    for (key, volume) in project["volumes"]?.pairs ?? [:] { checkExternal(key, volume, &context) }
    for kind in ["secrets", "configs"] {
      for (key, resource) in project[kind]?.pairs ?? [:] { checkSource(key, resource, kind, &context) }
    }
  }

  private func checkAddresses(of service: SourcedValue, _ context: inout LoadingContext) {
    for port in service["ports"]?.items ?? [] {
      guard let address = port["host_ip"], let text = address.text, !IPAddress.isValid(text) else { continue }
      context.error(.badPort, "`\(text)` isn't an IP address", [address.label()], help: "write `127.0.0.1` or `::1`")
    }
  }

  private func checkWatches(of service: SourcedValue, _ context: inout LoadingContext) {
    for watch in service["develop"]?["watch"]?.items ?? [] {
      guard let path = watch["path"], path.text?.isEmpty == true else { continue }
      context.error(.missingKey, "a watch has an empty path", [path.label()], help: "name the path to watch")
    }
  }

  private func checkDevices(of service: SourcedValue, _ context: inout LoadingContext) {
    let reserved = service["deploy"]?["resources"]?["reservations"]?["devices"]?.items ?? []
    for request in reserved + (service["gpus"]?.items ?? []) {
      guard let count = request["count"], let ids = request["device_ids"] else { continue }
      context.error(
        .conflict,
        "a request for devices has both `count` and `device_ids`",
        [count.label(), ids.label()],
        help: "take one of them away"
      )
    }
  }

  /// Nothing else means anything for a volume that something else makes.
  private func checkExternal(_ key: String, _ volume: SourcedValue, _ context: inout LoadingContext) {
    guard volume["external"]?.flag == true else { return }
    for (other, value) in volume.pairs where !["name", "external"].contains(other) && !other.hasPrefix("x-") {
      context.error(
        .conflict,
        "the volume `\(key)` is external, so `\(other)` means nothing",
        [(value.key ?? value.origin).label()],
        help: "take `\(other)` or `external` away"
      )
    }
  }

  /// A secret or config comes from one place.
  private func checkSource(
    _ key: String,
    _ resource: SourcedValue,
    _ kind: String,
    _ context: inout LoadingContext
  ) {
    let allowed = kind == "configs" ? ["file", "environment", "content"] : ["file", "environment"]
    let sources = allowed.filter { resource[$0] != nil }
    guard sources.count > 1 || sources.isEmpty && resource["driver"] == nil && resource["external"] == nil else {
      return
    }
    let words = allowed.map { "`\($0)`" }.joined(separator: ", ")
    context.error(
      .conflict,
      "the \(kind.dropLast()) `\(key)` needs one of \(words) or `external`",
      [(resource.key ?? resource.origin).label()],
      help: sources.isEmpty ? "add one of them" : "keep one of them"
    )
  }
}
