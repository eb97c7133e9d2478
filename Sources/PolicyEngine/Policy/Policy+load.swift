internal import ComposeModel
public import SourceDiagnostics

extension Policy {
  /// Reads a policy file.
  ///
  /// There is always a value. Where something wasn't understood the diagnostics say what, and the value is not
  /// ``isComplete``: it denies every change.
  ///
  /// - Parameters:
  ///   - bytes: What the file holds.
  ///   - file: What the diagnostics call it.
  ///   - rules: The rules it may speak of.
  /// - Returns: The policy, and what is wrong with the file.
  public static func load(_ bytes: [UInt8], file: String, rules: [any Rule] = .standard) -> Loaded<Policy> {
    let document = ComposeDocument.parse(bytes, file: file)
    var reader = PolicyReader(file: file, rules: rules)
    reader.diagnostics = document.diagnostics
    if let roots = document.value?.roots { reader.read(roots) }
    reader.policy.isComplete = document.value != nil && !reader.diagnostics.containsError
    return Loaded(reader.policy, reader.diagnostics)
  }
}
