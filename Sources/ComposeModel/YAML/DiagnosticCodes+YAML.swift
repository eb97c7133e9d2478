internal import SourceDiagnostics

extension DiagnosticCode {
  static let syntax: DiagnosticCode = "yaml/syntax"
  static let notUTF8: DiagnosticCode = "yaml/not-utf8"
  static let tooLarge: DiagnosticCode = "yaml/too-large"
  static let tooDeep: DiagnosticCode = "yaml/too-deep"
  static let tooManyNodes: DiagnosticCode = "yaml/too-many-nodes"
  static let duplicateKey: DiagnosticCode = "yaml/duplicate-key"
  static let undefinedAlias: DiagnosticCode = "yaml/undefined-alias"
  static let aliasLoop: DiagnosticCode = "yaml/alias-loop"
  static let aliasExpansion: DiagnosticCode = "yaml/alias-expansion"
  static let mergeValue: DiagnosticCode = "yaml/merge-value"
}
