import ComposeModel
import SourceDiagnostics

/// A service whose image may come from two places.
struct BuildAndImage: ServiceRule {
  let code: DiagnosticCode = .buildAndImage
  let levels = LevelByRole(.off)
  let rationale = "With both, what runs is what was built last or what was pulled last, and the file doesn't say which."

  func observations(of service: Service, in state: StackState) -> [Observation] {
    guard service.build != nil, let image = service.image, service.pullPolicy != "build" else { return [] }
    return [
      observation(
        "is built, and may be pulled as \(image.quoted) too",
        of: service,
        at: ["build"],
        in: state,
        help: "keep one of them, or set `pull_policy: build`"
      )
    ]
  }
}
