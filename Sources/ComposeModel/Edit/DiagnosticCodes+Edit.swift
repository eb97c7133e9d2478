internal import SourceDiagnostics

extension DiagnosticCode {
  static let missingPath: DiagnosticCode = "edit/missing-path"
  static let wrongKind: DiagnosticCode = "edit/wrong-kind"
  static let behindAlias: DiagnosticCode = "edit/behind-alias"
  static let behindMerge: DiagnosticCode = "edit/behind-merge"
  static let explicitKey: DiagnosticCode = "edit/explicit-key"
  static let ambiguousKey: DiagnosticCode = "edit/ambiguous-key"
  static let tabIndentation: DiagnosticCode = "edit/tab-indentation"
  static let keyExists: DiagnosticCode = "edit/key-exists"
  static let overlappingEdits: DiagnosticCode = "edit/overlapping-edits"
  static let unsupportedShape: DiagnosticCode = "edit/unsupported-shape"
  static let notVerified: DiagnosticCode = "edit/not-verified"
  static let aliasBeforeAnchor: DiagnosticCode = "edit/alias-before-anchor"
  static let commentPlace: DiagnosticCode = "edit/comment-place"
  static let commentText: DiagnosticCode = "edit/comment-text"
  static let failedTest: DiagnosticCode = "edit/failed-test"
  static let tooMuchText: DiagnosticCode = "edit/too-large"
}
