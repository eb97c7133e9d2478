import ComposeModel
import SourceDiagnostics

/// A change of many stacks at once is more than one look can take in.
struct WideChange: Rule {
  let code: DiagnosticCode = .wideChange
  let levels = LevelByRole(agent: .approval, person: .off)
  let rationale = "Small proposals are read. What goes wrong in a wide one goes wrong everywhere at once."

  func observations(of change: Change, under policy: Policy) -> [Observation] {
    let count = change.stacks.count { !$0.diff.isEmpty }
    guard count > policy.maximumChangedStacks else { return [] }
    return [
      Observation(
        "this changes \(count) stacks at once, more than the \(policy.maximumChangedStacks) that the policy allows",
        of: nil,
        subject: "",
        help: "propose it in parts"
      )
    ]
  }
}
