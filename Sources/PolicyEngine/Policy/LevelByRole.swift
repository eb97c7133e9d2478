/// A rule's level for an agent's changes and for a person's.
public struct LevelByRole: Sendable, Hashable, Codable {
  /// For an agent, a CI job and a host.
  public var agent: Level
  /// For a person.
  public var person: Level

  /// Distinguishes agent and person.
  public init(agent: Level, person: Level) {
    self.agent = agent
    self.person = person
  }

  /// The same for everyone.
  public init(_ level: Level) { self.init(agent: level, person: level) }

  /// The level for `role`; whoever isn't a person is judged as an agent.
  public subscript(role: Role) -> Level { role == .person ? person : agent }
}

/// The levels of some rules in a part of the tree.
public struct PathLevels: Sendable, Hashable, Codable {
  /// The part: directories of stacks, or files.
  public var pattern: PathPattern
  /// The levels there.
  public var levels: [RuleID: LevelByRole]

  /// Sets `levels` where `pattern` matches.
  public init(_ pattern: PathPattern, _ levels: [RuleID: LevelByRole]) {
    self.pattern = pattern
    self.levels = levels
  }
}
