import ComposeModel
import SourceDiagnostics

/// A privileged container is root on the host.
struct Privileged: ServiceRule {
  let code: DiagnosticCode = .privileged
  let levels = LevelByRole(agent: .deny, person: .warn)
  let rationale = """
    A privileged container sees every device and may load kernel modules; from there to the host's root is one command.
    """

  func observations(of service: Service, in state: StackState) -> [Observation] {
    let place = YAMLPath(keys: "services", service.name)
    var ways = service.privileged ? [("runs", place.appending(key: "privileged"))] : []
    for hook in ["pre_start", "post_start", "pre_stop"] {
      for (index, item) in (service.attributes.at(hook)?.items ?? []).enumerated() where item.at("privileged").isTrue {
        ways.append(("runs a command", place.appending(key: hook).appending(index: index)))
      }
    }
    if service.attributes.at("build")?.at("privileged").isTrue == true {
      ways.append(("is built", place.appending(key: "build").appending(key: "privileged")))
    }
    return ways.map { words, place in
      Observation(
        "\(service.name.quoted) \(words) privileged: it may do what the host's root may",
        of: state.stack,
        subject: "\(service.name) \(words)",
        labels: state.project.labels(at: place),
        help: "name the devices or capabilities it needs under `devices` or `cap_add`"
      )
    }
  }
}

extension YAMLValue? {
  /// Whether it is true, in whatever way that is written.
  fileprivate var isTrue: Bool { self?.word.map { ["true", "yes", "on", "y"].contains($0.lowercased()) } ?? false }
}
