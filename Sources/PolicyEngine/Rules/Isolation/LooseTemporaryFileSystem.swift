import ComposeModel
import SourceDiagnostics

/// A file system in memory that may hold what runs, and runs as somebody else.
struct LooseTemporaryFileSystem: ServiceRule {
  let code: DiagnosticCode = .looseTemporaryFileSystem
  let levels = LevelByRole(.note)
  let rationale = """
    Docker mounts `tmpfs` so that nothing in it runs or changes who it runs as. A place that everyone can write to is \
    where an intruder puts a program.
    """

  func observations(of service: Service, in state: StackState) -> [Observation] {
    service.temporaryFileSystems.enumerated().compactMap { index, entry in
      let parts = entry.split(separator: ":", maxSplits: 1)
      let options = (parts.dropFirst().first ?? "").split(separator: ",")
      guard let loose = options.first(where: { ["exec", "suid", "dev"].contains($0) }) else { return nil }
      return observation(
        "allows \(String(loose).quoted) in \(String(parts.first ?? "").quoted)",
        of: service,
        at: ["tmpfs", .index(index)],
        in: state,
        help: "take the option out"
      )
    }
  }
}
