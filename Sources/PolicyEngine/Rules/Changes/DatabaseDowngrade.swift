import ComposeModel
import SourceDiagnostics

/// A database can't go back to a version that is older than its files.
struct DatabaseDowngrade: Rule {
  let code: DiagnosticCode = .databaseDowngrade
  let levels = LevelByRole(agent: .deny, person: .approval)
  let rationale = "No database reads the files of a newer major version of itself; only a backup leads back."

  func observations(of change: Change, under policy: Policy) -> [Observation] {
    change.observations(ofRisks: [.databaseDowngrade])
  }
}
