import ComposeModel
import SourceDiagnostics

/// A database's next major version may not read the files of the one before.
struct MajorDatabaseUpgrade: Rule {
  let code: DiagnosticCode = .majorDatabaseUpgrade
  let levels = LevelByRole(agent: .deny, person: .approval)
  let rationale = """
    PostgreSQL refuses the files of another major version, and others rewrite them for good. Either way the jump needs a \
    backup, a plan and somebody who watches.
    """

  func observations(of change: Change, under policy: Policy) -> [Observation] {
    change.observations(ofRisks: [.databaseMajorUpgrade, .databaseVersionUnknown])
  }
}
