import OrderedCollections

/// Pass 6: an item of a list that redefines an earlier one takes its place, as a later line of a mapping would.
///
/// It runs again after the canonical forms, which show what the short ones hide.
struct UnicityPass {
  /// What tells two items of a list apart.
  private enum Identity {
    /// What stands before the `=`.
    case name
    /// The whole text.
    case text
    /// The path in the container.
    case target
    /// Addresses and ports on both sides.
    case port
    /// The target, which lies in this directory where it isn't written.
    case grant(directory: String)
    /// The path of the file.
    case path
  }

  private static let service: [String: Identity] = [
    "cap_add": .name, "cap_drop": .name, "configs": .grant(directory: ""), "devices": .target, "dns": .name,
    "dns_opt": .name, "dns_search": .name, "env_file": .path, "expose": .text, "links": .name, "ports": .port,
    "profiles": .name, "secrets": .grant(directory: "/run/secrets"), "tmpfs": .name, "volumes": .target,
  ]

  func run(_ project: inout SourcedValue) {
    project.change("services") { services in
      services.changeEach { service in
        for key in service.pairs.elements.compactMap({ $0.value.items.count > 1 ? $0.key : nil }) {
          if let identity = Self.service[key] { service.change(key) { Self.keepLast(&$0, by: identity, in: key) } }
        }
        service.change("build") { build in build.change("tags") { Self.keepLast(&$0, by: .name, in: "tags") } }
        service.change("networks") { networks in
          networks.changeEach { network in
            for key in ["aliases", "link_local_ips"] { network.change(key) { Self.keepLast(&$0, by: .name, in: key) } }
          }
        }
      }
    }
  }

  private static func keepLast(_ list: inout SourcedValue, by identity: Identity, in attribute: String) {
    guard case .sequence(let items) = list.content, items.count > 1 else { return }
    list.content = .sequence(CanonicalForm.unique(items) { name(of: $0, by: identity, in: attribute) })
  }

  private static func name(of item: SourcedValue, by identity: Identity, in attribute: String) -> String {
    switch identity {
    case .name: String((item.text ?? "").prefix { $0 != "=" })
    case .text: item.text ?? ""
    case .path: item["path"]?.text ?? item.text ?? ""
    case .grant(let directory):
      item["target"]?.text ?? "\(directory)/\(item["source"]?.text ?? item.text ?? "")"
    case .target: item.isMapping ? item["target"]?.text ?? "" : shortTarget(item.text ?? "", in: attribute)
    case .port: item.isMapping ? port(item) : item.text ?? ""
    }
  }

  /// The reference takes a published port that is written as a number for another than the same one as text.
  private static func port(_ item: SourcedValue) -> String {
    let published =
      switch item["published"]?.content {
      case .scalar(.string(let text)): text
      case .scalar(.int(let number)): "number \(number)"
      default: ""
      }
    let address = item["host_ip"]?.text ?? "0.0.0.0"
    return "\(address):\(published):\(item["target"]?.text ?? "")/\(item["protocol"]?.text ?? "tcp")"
  }

  private static func shortTarget(_ text: String, in attribute: String) -> String {
    if attribute == "volumes" { return (try? Mount(parsing: text))?.target ?? text }
    let parts = text.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false)
    return String(parts.count > 1 ? parts[1] : parts[0])
  }
}
