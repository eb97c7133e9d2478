/// A host's name with its addresses, as a short item of `extra_hosts` has it: `db=10.0.0.5`, `db:[::1]`.
///
/// As the Compose specification's section on a service's `extra_hosts` has it.
public struct ExtraHost: TextValue {
  /// The name, which has neither `:` nor `=` in it.
  public let name: String
  /// The addresses, without brackets; each is any text, such as `host-gateway`.
  public let addresses: [String]

  /// Names a host with `addresses`, from each of which the brackets around it are taken.
  ///
  /// - Throws: ``ValueError`` when `name` is empty, or has a `:` or a `=` in it.
  public init(name: String, addresses: [String]) throws(ValueError) {
    guard !name.isEmpty else { throw ValueError("an extra host has no name") }
    guard !name.utf8.contains(where: { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "=") }) else {
      throw ValueError("`\(name)` isn't a host's name")
    }
    self.name = name
    self.addresses = addresses.map { Self.isBracketed($0) ? String($0.unicodeScalars.dropFirst().dropLast()) : $0 }
  }

  /// Reads `name=address` or `name:address`, where commas stand between several addresses.
  ///
  /// - Throws: ``ValueError`` when `text` has no separator or no name before it.
  public init(parsing text: String) throws(ValueError) {
    let bytes = text.utf8
    guard let sign = bytes.firstIndex(of: UInt8(ascii: "=")) ?? bytes.firstIndex(of: UInt8(ascii: ":")) else {
      throw ValueError("the extra host `\(text)` has no address")
    }
    let addresses = bytes[bytes.index(after: sign)...].split(
      separator: UInt8(ascii: ","),
      omittingEmptySubsequences: false
    )
    try self.init(name: String(text[..<sign]), addresses: addresses.map { String(Substring($0)) })
  }

  private static func isBracketed(_ address: String) -> Bool {
    let bytes = address.utf8
    return bytes.count > 2 && bytes.first == UInt8(ascii: "[") && bytes.last == UInt8(ascii: "]")
  }
}

extension ExtraHost {
  /// `name=address`, with commas between several addresses.
  public var description: String {
    "\(name)=\(addresses.map { Self.isBracketed($0) ? "[\($0)]" : $0 }.joined(separator: ","))"
  }
}
