import ComposeModel
import SourceDiagnostics

/// A service whose limits are those of another part of the host.
struct CgroupParent: ServiceRule {
  let code: DiagnosticCode = .cgroupParent
  let levels = LevelByRole(agent: .approval, person: .note)
  let rationale =
    "Limits are counted in the group that a container belongs to; in another one it takes from somebody else."

  func observations(of service: Service, in state: StackState) -> [Observation] {
    guard let parent = service.cgroupParent else { return [] }
    return [
      observation(
        "belongs to the control group \(parent.quoted)",
        of: service,
        at: ["cgroup_parent"],
        in: state,
        help: "leave it out, and give the service its own limits"
      )
    ]
  }
}
