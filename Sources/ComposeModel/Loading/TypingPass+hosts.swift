import SourceDiagnostics

extension TypingPass {
  /// Extra hosts as a sorted list of `name=address`, from `name=address`, `name:address` or a mapping.
  static func hosts(_ value: SourcedValue, _ context: inout LoadingContext) -> SourcedValue {
    var hosts: [SourcedValue] = []
    for (name, address) in addresses(value, &context) {
      guard !name.isEmpty, !name.contains(where: { $0 == ":" || $0 == "=" }) else {
        context.error(
          .unfitValue,
          name.isEmpty ? "an extra host has no name" : "`\(name)` isn't a host's name",
          [address.label()],
          help: "write `name=address`"
        )
        continue
      }
      for part in (address.text ?? "").split(separator: ",", omittingEmptySubsequences: false) {
        let isBracketed = part.count > 2 && part.hasPrefix("[") && part.hasSuffix("]")
        hosts.append(SourcedValue("\(name)=\(isBracketed ? part.dropFirst().dropLast() : part)", like: address))
      }
    }
    let unique = CanonicalForm.unique(hosts) { $0.text ?? "" }.sorted { ($0.text ?? "") < ($1.text ?? "") }
    return SourcedValue(.sequence(unique), value.origin, key: value.key)
  }

  /// Names with their addresses, as the file has them.
  private static func addresses(
    _ value: SourcedValue,
    _ context: inout LoadingContext
  ) -> [(name: String, address: SourcedValue)] {
    if value.isMapping {
      return value.pairs.flatMap { name, address in CanonicalForm.list(address).items.map { (name, $0) } }
    }
    var addresses: [(name: String, address: SourcedValue)] = []
    for item in value.items {
      guard let text = item.text else { continue }
      guard let separator = text.firstIndex(of: "=") ?? text.firstIndex(of: ":") else {
        context.error(
          .unfitValue,
          "the extra host `\(text)` has no address",
          [item.label()],
          help: "write `\(text)=address`"
        )
        continue
      }
      addresses.append(
        (String(text[..<separator]), SourcedValue(String(text[text.index(after: separator)...]), like: item))
      )
    }
    return addresses
  }
}
