import OrderedCollections
import SourceDiagnostics

extension CanonicalPass {
  /// `8080:80` as host, published and target; a later mapping of the same place replaces an earlier one.
  static func ports(_ value: SourcedValue, _ context: inout LoadingContext) -> SourcedValue {
    var out = value
    var ports: [SourcedValue] = []
    for item in value.items {
      guard let text = item.text else {
        ports.append(port(item))
        continue
      }
      do throws(ValueError) {
        let range = try Port.ports(parsing: text)
        if context.spend(range.count, .values, at: item.label()) { ports += range.map { long($0, like: item) } }
      } catch {
        context.error(.badPort, error.description, [item.label()], help: "write `\"8080:80\"`, published and target")
      }
    }
    out.items = CanonicalForm.unique(ports) { port in
      ["host_ip", "published", "target", "protocol"].map { port[$0]?.text ?? "" }.joined(separator: " ")
    }
    return out
  }

  private static func port(_ item: SourcedValue) -> SourcedValue {
    var out = item
    if let target = item["target"], let number = target.text.flatMap({ Int($0) }) {
      out["target"] = SourcedValue(.scalar(.int(number)), target.origin, key: target.key)
    }
    if let published = item["published"], let text = published.text {
      out["published"] = SourcedValue(text, like: published)
    }
    for (key, text) in [("protocol", "tcp"), ("mode", "ingress")] where out[key] == nil {
      out[key] = SourcedValue(.scalar(.string(text)), item.origin)
    }
    return out
  }

  private static func long(_ port: Port, like item: SourcedValue) -> SourcedValue {
    var pairs: OrderedDictionary<String, SourcedValue> = [:]
    pairs["mode"] = SourcedValue(port.mode, like: item)
    pairs["host_ip"] = port.hostIP.map { SourcedValue($0, like: item) }
    pairs["target"] = SourcedValue(.scalar(.int(port.target)), item.origin)
    pairs["published"] = port.published.map { SourcedValue($0, like: item) }
    pairs["protocol"] = SourcedValue(port.protocol, like: item)
    return SourcedValue(pairs, like: item)
  }

  /// A secret's or config's key as its source; a target that isn't written lies in `directory`.
  static func grants(_ value: SourcedValue, under directory: String?) -> SourcedValue {
    var out = value
    out.items = value.items.map { item in
      var grant = item.text.map { SourcedValue(["source": SourcedValue($0, like: item)], like: item) } ?? item
      if let directory, grant["target"] == nil, let source = grant["source"]?.text {
        grant["target"] = SourcedValue(directory + source, like: SourcedValue(.scalar(.null), item.origin))
      }
      if let mode = grant["mode"], case .scalar(.int(let bits)) = mode.content, bits >= 0 {
        grant["mode"] = SourcedValue("0\(String(bits, radix: 8))", like: mode)
      }
      return grant
    }
    return out
  }

  /// `/dev/dri:/dev/dri:rwm` as source, target and permissions.
  static func devices(_ value: SourcedValue) -> SourcedValue {
    var out = value
    out.items = value.items.map { item in
      guard let text = item.text else { return item }
      let parts = text.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false).map(String.init)
      let keys = ["source", "target", "permissions"]
      let values = [parts[0], parts.count > 1 ? parts[1] : parts[0], parts.count > 2 ? parts[2] : "rwm"]
      let pairs = zip(keys, values).map { ($0, SourcedValue($1, like: item)) }
      return SourcedValue(OrderedDictionary(uniqueKeysWithValues: pairs), like: item)
    }
    return out
  }

  /// `env_file` as a list of paths.
  static func environmentFiles(_ value: SourcedValue) -> SourcedValue {
    var out = CanonicalForm.list(value)
    out.items = out.items.map { item in
      item.text.map { SourcedValue(["path": SourcedValue($0, like: item)], like: item) } ?? item
    }
    return out
  }

  /// A list whose scalars are all texts.
  static func itemTexts(_ value: SourcedValue) -> SourcedValue {
    guard value.isSequence else { return value }
    var out = value
    out.items = value.items.map { item in item.text.map { SourcedValue($0, like: item) } ?? item }
    return out
  }

  /// A list of texts, each of them once.
  static func distinct(_ value: SourcedValue) -> SourcedValue {
    guard value.isSequence else { return value }
    var out = itemTexts(value)
    out.items = CanonicalForm.unique(out.items) { $0.text ?? "" }
    return out
  }

  /// The networks that a service joins, by name.
  static func attachments(_ value: SourcedValue) -> SourcedValue {
    var out = CanonicalForm.byName(value)
    guard out.isMapping else { return value }
    out.pairs = out.pairs.mapValues { attachment in
      guard attachment.isMapping else { return attachment }
      var attachment = attachment
      for key in ["aliases", "link_local_ips"] { attachment[key] = attachment[key].map(distinct) }
      attachment["driver_opts"] = attachment["driver_opts"].map { texts($0, nullIsEmpty: true) }
      return attachment
    }
    return out
  }
}
