/// How far updates may go.
public enum UpdateTrack: String, Sendable, Hashable, CaseIterable, Codable {
  /// Only repairs of the version that runs.
  case patch
  /// Everything short of a new major version.
  case minor
  /// Everything; a new major version comes apart from the rest.
  case major

  /// Whether a step of this size is on the track.
  public func allows(_ step: VersionStep) -> Bool {
    switch self {
    case .patch: step <= .patch
    case .minor: step <= .minor
    case .major: true
    }
  }
}
