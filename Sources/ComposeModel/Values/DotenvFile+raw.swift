public import SourceDiagnostics

extension DotenvFile {
  /// Reads a file in the raw format: everything after `=` is the value, quotes, blanks and dollar signs included.
  ///
  /// - Parameters:
  ///   - bytes: The file, of 1 MiB at most.
  ///   - file: What diagnostics call it.
  /// - Returns: The entries, and what is wrong with the file; no entries of one that is too large.
  public static func parseRaw(_ bytes: [UInt8], file: String) -> Loaded<DotenvFile> {
    guard bytes.count <= sizeLimit else { return tooLarge(file) }
    var result = DotenvFile()
    var diagnostics: [Diagnostic] = []
    let text = DotenvText(bytes: bytes)
    var position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while position < bytes.count {
      let end = text.endOfLine(from: position)
      defer { position = end + 1 }
      let isWindowsLine = end > position && bytes[end - 1] == UInt8(ascii: "\r")
      let start = text.afterWhiteSpace(of: position..<end)
      let line = start..<max(start, isWindowsLine ? end - 1 : end)
      guard !line.isEmpty, bytes[start] != UInt8(ascii: "#") else { continue }
      let sign = bytes[line].firstIndex(of: UInt8(ascii: "="))
      let name = start..<(sign ?? line.upperBound)
      guard !name.isEmpty, !bytes[name].contains(where: { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }) else {
        diagnostics.append(badLine(.init(file, line)))
        continue
      }
      let value = sign.map { ($0 + 1)..<line.upperBound }
      result.entries.append(Entry(key: text[name], value: value.map { text[$0] }, bytes: value ?? name))
    }
    return Loaded(result, diagnostics)
  }

  private static func badLine(_ label: Diagnostic.Label) -> Diagnostic {
    Diagnostic(
      .error,
      .dotenvSyntax,
      "a line doesn't begin with a variable's name",
      labels: [label],
      help: "write `NAME=value` on a line of its own"
    )
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
