public import SourceDiagnostics

/// A file of `KEY=value` lines, as `.env` and `env_file:` have them.
///
/// As the Compose specification's section on the format of an `env_file` has it.
public struct DotenvFile: Sendable, Hashable, Codable {
  /// A line that sets a variable, or names one.
  public struct Entry: Sendable, Hashable, Codable {
    /// The variable.
    public var key: String
    /// Its value; nil when only the name stands there, which means the environment's.
    public var value: String?
    /// The bytes of the value, quotes included, or of the name when there is none.
    public var bytes: Range<Int>
  }

  /// The entries in the file's order.
  public internal(set) var entries: [Entry] = []

  /// The longest file, in bytes.
  static let sizeLimit = 1 << 20

  /// What the variables are, later lines over earlier ones, with names alone taken from `inherited`.
  public func variables(inherited: (String) -> String? = { _ in nil }) -> [String: String] {
    entries.reduce(into: [:]) { variables, entry in
      if let value = entry.value ?? inherited(entry.key) { variables[entry.key] = value }
    }
  }
}

extension DotenvFile {
  /// Reads a file.
  ///
  /// Unquoted and double-quoted values are interpolated with what `lookup` knows, then with earlier lines. A line that
  /// can't be read is left out, and what is wrong with it is said.
  ///
  /// - Parameters:
  ///   - bytes: The file, of 1 MiB at most.
  ///   - file: What diagnostics call it.
  ///   - lookup: The environment's value of a variable.
  /// - Returns: The entries, and what is wrong with the file; no entries of one that is too large.
  public static func parse(
    _ bytes: [UInt8],
    file: String,
    lookup: (String) -> String? = { _ in nil }
  ) -> Loaded<DotenvFile> {
    guard bytes.count <= sizeLimit else { return tooLarge(file) }
    var reader = DotenvReader(bytes, file: file)
    reader.read(lookup)
    return Loaded(reader.result, reader.diagnostics)
  }
}
