import FoundationEssentials
import SourceDiagnostics

extension Console {
  /// Prints `value` as JSON with sorted keys, so that two runs can be compared.
  public func json(_ value: some Encodable) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    line(Self.harmless(String(decoding: try encoder.encode(value), as: UTF8.self)))
  }

  /// The same JSON with control and bidirectional characters as escapes, so that it can't paint a terminal.
  private static func harmless(_ json: String) -> String {
    json.unicodeScalars.reduce(into: "") { out, scalar in
      guard scalar.visibleInText != scalar else { return out.unicodeScalars.append(scalar) }
      let digits = String(scalar.value, radix: 16)
      out += "\\u" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
  }
}
