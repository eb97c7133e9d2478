import SourceDiagnostics

extension DiagnosticCode {
  static let tooManyFiles: DiagnosticCode = "tree/too-many-files"
  static let tooDeep: DiagnosticCode = "tree/too-deep"
  static let unusablePath: DiagnosticCode = "tree/unusable-path"
  static let unreadableFile: DiagnosticCode = "tree/unreadable-file"

  static let unknownConfigurationKey: DiagnosticCode = "config/unknown-key"
  static let unexpectedShape: DiagnosticCode = "config/unexpected-shape"
  static let malformedValue: DiagnosticCode = "config/malformed-value"
  static let missingKey: DiagnosticCode = "config/missing-key"
  static let unknownForge: DiagnosticCode = "config/unknown-forge"
  static let configurationVersion: DiagnosticCode = "config/other-version"
}

extension DiagnosticCode {
  static let notYours: DiagnosticCode = "guard/not-yours"
  static let deploymentBranch: DiagnosticCode = "guard/deployment-branch"
  static let noDeploymentBranch: DiagnosticCode = "guard/no-deployment-branch"
  static let tooMuch: DiagnosticCode = "guard/too-much"
  static let malformedPush: DiagnosticCode = "guard/malformed-push"
  static let notLinear: DiagnosticCode = "guard/not-linear"
  static let forgedIdentity: DiagnosticCode = "guard/forged-identity"
  static let malformedRecord: DiagnosticCode = "guard/malformed-record"
  static let notAppended: DiagnosticCode = "guard/not-appended"
  static let reservedEvent: DiagnosticCode = "guard/reserved-event"
  static let otherHead: DiagnosticCode = "guard/other-head"
  static let unreadablePush: DiagnosticCode = "guard/unreadable"
}
