/// What a homelab's owner allows: `.longshore/policy.yaml`.
///
/// ```yaml
/// rules:                      # off, note, warn, approval or deny; for everyone, or for each role
///   floating-tag: approval
///   privileged: { agent: deny, person: note }
/// paths:                      # the same for a part of the tree; a later pattern wins
///   "lab/**": { floating-tag: off }
/// exceptions:                 # each with a reason, until a day that is still included
///   - rule: privileged
///     path: media/**
///     reason: the tuner needs the device
///     until: 2027-01-01
/// protected:                  # more paths that an agent may not change
///   - secrets
/// limits:
///   changed-stacks: 10        # an agent's change of more stacks needs approval
/// ```
public struct Policy: Sendable, Hashable, Codable {
  /// The levels that differ from a rule's own, by rule.
  public var levels: [RuleID: LevelByRole]
  /// The levels of parts of the tree, in order; a later one wins.
  public var pathLevels: [PathLevels]
  /// What is excused, why and for how long.
  public var exceptions: [PolicyException]
  /// The paths an agent may not change, beside ``PathPattern/alwaysProtected``.
  public var protectedPaths: [PathPattern]
  /// How many stacks an agent may change at once without a person's approval.
  public var maximumChangedStacks: Int
  /// Whether all of the file was understood; a policy that wasn't denies every change.
  public var isComplete: Bool

  /// Combines the parts of a policy.
  public init(
    levels: [RuleID: LevelByRole] = [:],
    pathLevels: [PathLevels] = [],
    exceptions: [PolicyException] = [],
    protectedPaths: [PathPattern] = [],
    maximumChangedStacks: Int = 10,
    isComplete: Bool = true
  ) {
    self.levels = levels
    self.pathLevels = pathLevels
    self.exceptions = exceptions
    self.protectedPaths = protectedPaths
    self.maximumChangedStacks = maximumChangedStacks
    self.isComplete = isComplete
  }

  /// Each rule at its own level, nothing excused.
  public static let standard = Policy()
}

extension Policy {
  /// Whether an agent may not change `path`.
  public func protects(_ path: String) -> Bool {
    PathPattern.alwaysProtected.contains { $0.guards(path) } || protectedPaths.contains { $0.guards(path) }
  }

  /// The level the policy file sets for `rule` at any of `places`; nil where it leaves the rule's own.
  func chosenLevel(of rule: any Rule, at places: [String], for role: Role) -> Level? {
    guard rule.isAdjustable else { return nil }
    let part = pathLevels.last { part in
      part.levels[rule.id] != nil && places.contains { part.pattern.matches($0) }
    }
    return (part?.levels[rule.id] ?? levels[rule.id])?[role]
  }
}
