public import SourceDiagnostics

/// Why an edit wasn't made; the document is as it was.
public struct EditRefusal: Error, Sendable, Hashable {
  /// The stable name of the reason.
  public var code: DiagnosticCode
  /// What was to be done: `set services.web.image`.
  public var operation: String
  /// What was to be edited.
  public var path: YAMLPath
  /// What stands in the way.
  public var message: String
  /// What to do, as an imperative.
  public var help: String?
  /// Where it stands in the way.
  public var labels: [Diagnostic.Label]
  /// The number of the operation in a ``JSONPatch`` that it is about, counted from 0.
  public var step: Int?

  /// Refuses `edit` because of `message`.
  public init(
    _ code: DiagnosticCode,
    _ edit: Edit,
    _ message: String,
    labels: [Diagnostic.Label] = [],
    help: String? = nil
  ) {
    self.code = code
    operation = edit.description
    path = edit.path
    self.message = message
    self.help = help
    self.labels = labels
  }

  /// The same refusal as that of the operation of a patch that has the number `step`.
  func ofOperation(_ operation: JSONPatch.Operation, _ step: Int) -> Self {
    var refusal = self
    refusal.operation = "make operation \(step) of the patch, \(operation)"
    refusal.step = step
    return refusal
  }

  /// The refusal as a diagnostic of the file.
  public var diagnostic: Diagnostic { Diagnostic(.error, code, description, labels: labels, help: help) }
}

extension EditRefusal: CustomStringConvertible {
  /// One sentence.
  public var description: String { "can't \(operation): \(message)" }
}
