import OrderedCollections
import SourceDiagnostics

extension CanonicalPass {
  /// `8080:80` as host, published and target; a range becomes a port for each of its numbers.
  static func ports(_ value: inout SourcedValue, _ context: inout LoadingContext) {
    var ports: [SourcedValue] = []
    for item in value.items {
      guard let text = item.text else {
        ports.append(item)
        continue
      }
      do throws(ValueError) {
        let range = try Port.ports(parsing: text)
        if context.spend(range.count, .values, at: item.label()) { ports += range.map { long($0, like: item) } }
      } catch {
        context.error(.badPort, error.description, [item.label()], help: "write `\"8080:80\"`, published and target")
      }
    }
    value.items = ports
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
}
