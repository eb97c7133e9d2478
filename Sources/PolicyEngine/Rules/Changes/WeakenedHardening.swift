import ComposeModel
import SourceDiagnostics

/// A service that gains a right or loses a restriction gets a second look.
///
/// What has a rule of its own, such as ``Privileged`` and ``DockerSocket``, isn't said again here.
struct WeakenedHardening: Rule {
  let code: DiagnosticCode = .weakenedHardening
  let levels = LevelByRole(agent: .approval, person: .note)
  let rationale = "A restriction that somebody wrote down had a reason, and a new right is rarely needed by an update."

  func observations(of change: Change, under policy: Policy) -> [Observation] {
    change.services.flatMap { pair -> [Observation] in
      let known = Set(pair.old?.rights ?? [])
      let kept = Set(pair.new.restrictions)
      let gains = pair.new.rights.filter { !known.contains($0) }.map {
        observation(
          "gets \($0.words)",
          $0,
          pair,
          change,
          help: "take \($0.attribute.quoted) out, or say why it is needed"
        )
      }
      let losses = (pair.old?.restrictions ?? []).filter { !kept.contains($0) }.map {
        observation(
          "loses \($0.words)",
          $0,
          pair,
          change,
          help: "leave \($0.attribute.quoted) as it was, or say why it can't stay"
        )
      }
      return gains + losses
    }
  }

  private func observation(
    _ words: String,
    _ right: Right,
    _ pair: ServicePair,
    _ change: Change,
    help: String
  ) -> Observation {
    Observation(
      "\(pair.new.name.quoted) \(words)",
      of: pair.stack,
      subject: "\(pair.new.name) \(words)",
      labels: pair.labels([right.attribute], before: "until now", base: change.base),
      help: help
    )
  }
}
