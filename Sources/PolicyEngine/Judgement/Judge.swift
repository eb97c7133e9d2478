import ComposeModel
import SourceDiagnostics

/// Judges a change: a pure function of what it is given.
///
/// - Parameters:
///   - change: What would happen.
///   - policy: What is allowed; one that wasn't understood as a whole denies everything.
///   - day: Today, on which exceptions hold or have run out.
///   - rules: What to look for.
/// - Returns: The verdict and what it rests on.
public func judge(
  _ change: Change,
  by policy: Policy,
  on day: CalendarDate,
  rules: [any Rule] = .standard
) -> Judgement {
  var bench = Bench(policy: policy, day: day, role: change.role, base: change.base)
  for rule in rules {
    for observation in rule.observations(of: change, under: policy) { bench.hear(observation, from: rule) }
  }
  if !policy.isComplete { bench.findings.append(.incompletePolicy) }
  return Judgement(bench.sorted(bench.findings + bench.expired()), excused: bench.sorted(bench.excused))
}

/// Says what the rules see in stacks as they are.
///
/// - Parameters:
///   - stacks: All stacks of a tree.
///   - policy: What is allowed.
///   - day: Today, on which exceptions hold or have run out.
///   - role: Whose levels apply.
///   - rules: What to look for.
/// - Returns: The findings, and those that an exception excuses.
public func inspect(
  _ stacks: [StackState],
  by policy: Policy,
  on day: CalendarDate,
  as role: Role = .person,
  rules: [any Rule] = .standard
) -> Judgement {
  var bench = Bench(policy: policy, day: day, role: role, base: nil)
  for rule in rules {
    for observation in rule.observations(of: TreeState(stacks)) { bench.hear(observation, from: rule) }
  }
  bench.hasRunOut = policy.exceptions.filter { $0.isExpired(on: day) }
  return Judgement(bench.sorted(bench.findings + bench.expired()), excused: bench.sorted(bench.excused))
}

extension Finding {
  /// The policy itself is in doubt, so that nothing may happen.
  fileprivate static let incompletePolicy = Finding(
    RuleID(.incompletePolicy),
    .deny,
    Diagnostic(
      .error,
      .incompletePolicy,
      "the policy wasn't understood as a whole, so nothing may change",
      help: "mend `.longshore/policy.yaml` on the deployment branch"
    )
  )
}
