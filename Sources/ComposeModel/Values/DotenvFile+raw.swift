public import SourceDiagnostics

extension DotenvFile {
  /// Reads a file in the raw format: everything after `=` is the value, quotes, blanks and dollar signs included.
  public static func parseRaw(_ bytes: [UInt8], file: String) -> Loaded<DotenvFile> {
    guard bytes.count <= sizeLimit else { return tooLarge(file) }
    var result = DotenvFile()
    var diagnostics: [Diagnostic] = []
    var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    for line in bytes[start...].split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      defer { start += line.count + 1 }
      let text = line.last == UInt8(ascii: "\r") ? line.dropLast() : line
      let statement = text.drop { $0 <= 0x20 }
      guard let first = statement.first, first != UInt8(ascii: "#") else { continue }
      let key = statement.prefix { $0 != UInt8(ascii: "=") }
      let name = String(decoding: key, as: UTF8.self)
      guard !key.isEmpty, !key.contains(where: { $0 <= 0x20 }) else {
        let label = Diagnostic.Label(file, statement.startIndex..<statement.endIndex)
        diagnostics.append(
          Diagnostic(
            .error,
            .dotenvSyntax,
            "a line doesn't begin with a variable's name",
            labels: [label],
            help: "write `NAME=value` on a line of its own"
          )
        )
        continue
      }
      let value = statement.dropFirst(key.count + 1)
      let isAlone = key.count == statement.count
      result.entries.append(
        Entry(
          key: name,
          value: isAlone ? nil : String(decoding: value, as: UTF8.self),
          bytes: isAlone ? key.startIndex..<key.endIndex : value.startIndex..<value.endIndex
        )
      )
    }
    return Loaded(result, diagnostics)
  }

  static func tooLarge(_ file: String) -> Loaded<DotenvFile> {
    let diagnostic = Diagnostic(
      .error,
      .dotenvSyntax,
      "the file is larger than \(sizeLimit >> 20) MiB",
      labels: [.init(file, 0..<0)],
      help: "split the file"
    )
    return Loaded(nil, [diagnostic])
  }
}
