import ComposeModel
import SourceDiagnostics

/// A mount whose own mounts appear on the host too.
struct SharedPropagation: ServiceRule {
  let code: DiagnosticCode = .sharedPropagation
  let levels = LevelByRole(agent: .approval, person: .note)
  let rationale =
    "What a container mounts below such a directory is there for the host and every other container as well."

  func observations(of service: Service, in state: StackState) -> [Observation] {
    service.volumes.enumerated().compactMap { index, mount in
      guard let propagation = mount.options.propagation, [.shared, .rshared].contains(propagation) else { return nil }
      return observation(
        "passes mounts below \(mount.target.quoted) on to the host: \(propagation.rawValue.quoted)",
        of: service,
        at: ["volumes", .index(index)],
        in: state,
        help: "leave the propagation out, or use `rslave` if mounts of the host have to appear in the container"
      )
    }
  }
}
