import ComposeModel
import OrderedCollections
import SourceDiagnostics

/// A volume to which several services write.
struct SharedVolume: Rule {
  let code: DiagnosticCode = .sharedVolume
  let levels = LevelByRole(.off)
  let rationale =
    "Few programs expect another to write to their files, and an intruder in one service reaches the others."

  func observations(of tree: TreeState) -> [Observation] {
    tree.stacks.flatMap { state in
      OrderedDictionary(grouping: Self.writers(in: state), by: \.volume).compactMap { volume, writers in
        let names = OrderedSet(writers.map(\.service))
        guard names.count > 1 else { return nil }
        return Observation(
          "the volume \(volume.quoted) is written to by \(names.map(\.quoted).joined(separator: ", "))",
          of: state.stack,
          subject: "\(volume) \(names.sorted().joined(separator: " "))",
          labels: writers.flatMap { state.project.labels(at: $0.place) },
          help: "mount it read-only in all services but one"
        )
      }
    }
  }

  /// Who writes to a volume, and where that is said.
  private struct Writer {
    let volume: String
    let service: String
    let place: YAMLPath
  }

  private static func writers(in state: StackState) -> [Writer] {
    state.project.services.values.flatMap { service in
      service.volumes.enumerated().compactMap { index, mount in
        guard mount.kind == .volume, !mount.isReadOnly, let source = mount.source else { return nil }
        let place = YAMLPath(keys: "services", service.name, "volumes").appending(index: index)
        return Writer(volume: source, service: service.name, place: place)
      }
    }
  }
}
