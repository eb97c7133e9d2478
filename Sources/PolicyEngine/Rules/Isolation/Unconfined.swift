import ComposeModel
import SourceDiagnostics

/// A service without the filter that Docker puts before the kernel.
struct Unconfined: ServiceRule {
  let code: DiagnosticCode = .unconfined
  let levels = LevelByRole(agent: .approval, person: .warn)
  let rationale = """
    Docker's own seccomp, AppArmor and SELinux profiles stop most of the calls through which containers were ever left.
    """

  func observations(of service: Service, in state: StackState) -> [Observation] {
    service.securityOpt.enumerated().filter { Self.isLoose($0.element) }.map { index, option in
      observation(
        "runs with the security option \(option.quoted)",
        of: service,
        at: ["security_opt", .index(index)],
        in: state,
        help: "take it out, or name a profile that allows what is needed and no more"
      )
    }
  }

  /// Whether an option takes protection away rather than adding some.
  static func isLoose(_ option: String) -> Bool {
    let option = normal(option)
    return option.hasSuffix(":unconfined") || option == "label:disable" || option == "no-new-privileges:false"
  }

  /// An option with `:` before its value, where the engine takes `=` too.
  static func normal(_ option: String) -> String { option.replacing("=", with: ":") }
}
