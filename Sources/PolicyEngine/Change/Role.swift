/// On whose behalf a change is made.
public enum Role: String, Sendable, Hashable, CaseIterable, Codable {
  /// A program that proposes.
  case agent
  /// Somebody who may approve.
  case person
  /// A job of the forge.
  case ci
  /// A service host.
  case host
}
