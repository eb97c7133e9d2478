import SourceDiagnostics

extension TypingPass {
  /// Extra hosts as a sorted list of `name=address`, from `name=address`, `name:address` or a mapping.
  static func hosts(_ value: SourcedValue, _ context: inout LoadingContext) -> SourcedValue {
    var hosts: [SourcedValue] = []
    for (name, item) in written(value) {
      let text = item.text ?? ""
      do throws(ValueError) {
        // In a mapping a comma doesn't end an address.
        let host = if let name { try ExtraHost(name: name, addresses: [text]) } else { try ExtraHost(parsing: text) }
        hosts += host.addresses.map { SourcedValue("\(host.name)=\($0)", like: item) }
      } catch {
        context.error(.unfitValue, error.description, [item.label()], help: "write `name=address`")
      }
    }
    let sorted = hosts.sorted { ($0.text ?? "") < ($1.text ?? "") }
    return SourcedValue(.sequence(sorted), value.origin, key: value.key)
  }

  /// The items of a list, or the addresses of a mapping with their names.
  private static func written(_ value: SourcedValue) -> [(name: String?, item: SourcedValue)] {
    guard value.isMapping else { return value.items.filter { $0.text != nil }.map { (nil, $0) } }
    return value.pairs.flatMap { name, address in CanonicalForm.list(address).items.map { (name, $0) } }
  }
}
