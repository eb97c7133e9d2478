import ComposeModel
import SourceDiagnostics

/// A tag that moves makes the same file mean another program tomorrow.
struct FloatingTag: ServiceRule {
  let code: DiagnosticCode = .floatingTag
  let levels = LevelByRole(agent: .approval, person: .note)
  let rationale = """
    With a tag that moves nobody has approved what runs: the next pull brings another image, and rolling back to the last \
    commit brings it again.
    """

  func observations(of service: Service, in state: StackState) -> [Observation] {
    guard let image = service.imageReference, image.digest == nil, service.build == nil else { return [] }
    let name = service.name.quoted
    let text = service.image ?? ""
    let message: String
    switch image.tag {
    case nil: message = "\(name) names no tag for \(text.quoted), and so gets what is latest"
    case let tag? where Self.isFloating(tag): message = "\(name) uses a tag that moves: \(text.quoted)"
    default: return []
    }
    return [
      Observation(
        message,
        of: state.stack,
        subject: "\(service.name) \(text)",
        labels: state.project.labels(service.name, ["image"]),
        help: "name the version that is meant, or a digest"
      )
    ]
  }

  private static let words: Set<Substring> = [
    "latest", "stable", "edge", "nightly", "main", "master", "develop", "development", "dev", "rolling", "unstable",
    "canary", "testing", "snapshot", "current", "lts", "mainline", "release", "beta", "alpha", "rc", "next", "preview",
    "test", "production", "prod", "weekly", "daily",
  ]

  /// Whether a tag has a word that moves and no digit that would stand still: `latest-alpine`, but not `1.27-dev`.
  static func isFloating(_ tag: String) -> Bool {
    let tag = tag.lowercased()
    let parts = tag.split { $0 == "-" || $0 == "_" || $0 == "." }
    return parts.contains(where: words.contains) && !(tag.first?.isNumber ?? false)
      && !parts.contains { $0.first == "v" && $0.dropFirst().first?.isNumber == true }
  }
}
