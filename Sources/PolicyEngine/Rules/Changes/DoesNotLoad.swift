import ComposeModel
import SourceDiagnostics

/// A stack that could be loaded before and can't be now is broken by the change.
struct DoesNotLoad: Rule {
  let code: DiagnosticCode = .doesNotLoad
  let levels = LevelByRole(agent: .deny, person: .approval)
  let rationale = "Docker Compose would refuse the stack, and everything in it would stay as it is."

  func observations(of change: Change, under policy: Policy) -> [Observation] {
    change.stacks.flatMap { stack in
      let known = Dictionary(grouping: stack.oldDiagnostics.filter { $0.severity == .error }) {
        [$0.code.rawValue, $0.message]
      }
      var left = known.mapValues(\.count)
      return stack.newDiagnostics.filter { $0.severity == .error }.compactMap { error -> Observation? in
        let key = [error.code.rawValue, error.message]
        if let count = left[key], count > 0 {
          left[key] = count - 1
          return nil
        }
        return Observation(
          "\(stack.stack.string.quoted) doesn't load with this change: \(error.message)",
          of: stack.stack,
          subject: "\(error.code) \(error.message)",
          labels: error.labels,
          help: error.help,
          fixes: error.fixes
        )
      }
    }
  }
}
