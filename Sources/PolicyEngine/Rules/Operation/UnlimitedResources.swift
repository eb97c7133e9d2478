import ComposeModel
import SourceDiagnostics

/// A service that may take all there is of its host.
struct UnlimitedResources: ServiceRule {
  let code: DiagnosticCode = .unlimitedResources
  let levels = LevelByRole(.off)
  let rationale = "A service that leaks or is attacked takes down what runs beside it, unless its share is bounded."

  func observations(of service: Service, in state: StackState) -> [Observation] {
    let limits = service.deployment?.resources?.limits
    let missing = [
      ("memory", service.memoryLimit == nil && limits?.memory == nil, "mem_limit: 512m"),
      ("processors", service.cpus == nil && service.cpuQuota == nil && limits?.cpus == nil, "cpus: 1"),
      ("processes", service.processLimit == nil && limits?.processes == nil, "pids_limit: 200"),
    ]
    return missing.filter(\.1).map { words, _, example in
      observation(
        "has no limit on its \(words)",
        of: service,
        in: state,
        help: "set one, above what it has needed so far: `\(example)`"
      )
    }
  }
}
