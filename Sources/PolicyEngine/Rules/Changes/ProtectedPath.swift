import ComposeModel
import SourceDiagnostics

/// An agent may not change what governs it, nor what isn't a plain file.
struct ProtectedPath: Rule {
  let code: DiagnosticCode = .protectedPath
  let levels = LevelByRole(agent: .deny, person: .off)
  let rationale = """
    Whoever changes the policy, the CI workflows or Git's own files decides what runs next. Links, submodules and file \
    modes are ways to the same end.
    """
  let isAdjustable = false

  func observations(of change: Change, under policy: Policy) -> [Observation] {
    change.paths.compactMap { path in
      if policy.protects(path.path) {
        return observation(path, "\(path.path.quoted) is protected: only a person may change it", Self.proposeOther)
      }
      return unusualKind(path)
    }
  }

  private static let proposeOther = "leave this path as it is, and ask a person to change it"

  private func unusualKind(_ path: ChangedPath) -> Observation? {
    let name = path.path.quoted
    switch (path.old, path.new) {
    case (_, .symlink?):
      return observation(path, "\(name) is a symbolic link: only a person may make one", "write a plain file")
    case (.symlink?, _):
      return observation(path, "\(name) was a symbolic link: only a person may change one", Self.proposeOther)
    case (_, .submodule?), (.submodule?, _):
      return observation(path, "\(name) is a submodule: only a person may change one", "leave it as it is")
    case (nil, .executable?), (.file?, .executable?):
      return observation(path, "\(name) becomes executable: only a person may make it so", "leave its mode as it is")
    case (.executable?, .file?):
      return observation(
        path,
        "\(name) is no longer executable: only a person may make it so",
        "leave its mode as it is"
      )
    default: return nil
    }
  }

  private func observation(_ path: ChangedPath, _ message: String, _ help: String) -> Observation {
    Observation(message, of: nil, subject: path.path, labels: [.init(path.path, 0..<0)], help: help)
  }
}
