import ComposeModel
import SourceDiagnostics

/// A service must not lose sight of its data by a change of names.
struct DataLoss: Rule {
  let code: DiagnosticCode = .dataLoss
  let levels = LevelByRole(agent: .approval, person: .warn)
  let rationale = """
    A volume of another name is an empty one, and so is a directory at another place. The service starts as if it were \
    new, and nobody notices until the old data is gone.
    """

  func observations(of change: Change, under policy: Policy) -> [Observation] {
    change.observations(ofRisks: [
      .volumeDropped, .volumeRenamed, .volumeRedefined, .bindMoved, .storageReplaced, .mountDropped, .mountMoved,
      .dataDirectoryMoved, .databaseReplaced,
    ])
  }
}

extension Change {
  /// What the impact of the stacks says about data, for some kinds of risk.
  func observations(ofRisks kinds: Set<DataRisk.Kind>) -> [Observation] {
    stacks.flatMap { stack in
      stack.impact.data.filter { kinds.contains($0.kind) }.map { risk in
        let now = risk.newPlaces.map { Diagnostic.Label($0.origin.file, $0.origin.bytes, $0.text) }
        let before = risk.oldPlaces.map { Diagnostic.Label("\($0.origin.file)@\(base)", $0.origin.bytes, $0.text) }
        return Observation(
          risk.message,
          of: stack.stack,
          subject: "\(risk.kind.rawValue) \(risk.service) \(risk.message)",
          labels: now + before,
          help: risk.help,
          ceiling: risk.severity == .caution ? .approval : .deny
        )
      }
    }
  }
}
