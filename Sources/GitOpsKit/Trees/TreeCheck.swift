public import ComposeModel
import OrderedCollections
public import PolicyEngine
public import SourceDiagnostics

/// Everything that is wrong with a tree as it stands: what doesn't load, and what its policy finds.
///
/// A tree is checked by its own policy, which is right for whoever is working on it; whether a change may happen is
/// judged by the deployment branch's.
public struct TreeCheck: Sendable {
  /// What was found, in reading order.
  public let diagnostics: [Diagnostic]
  /// The files that were found wanting, with the places of secrets.
  public let sources: [String: SourceText]
  /// How many stacks there are.
  public let stackCount: Int
  /// How many Compose files belong to no stack.
  public let looseCount: Int
  /// The stacks and files that don't load, each with the codes that say why.
  public let failures: [RepositoryPath: [DiagnosticCode]]

  /// Checks `tree`.
  ///
  /// - Parameters:
  ///   - tree: The files.
  ///   - directory: Where to look for stacks; policy and configuration are the tree's.
  ///   - day: Today, for exceptions that run out.
  /// - Throws: What the tree throws when it can't be read.
  public init(of tree: some FileTree, under directory: RepositoryPath = .root, on day: CalendarDate) throws {
    let stacks = try StackTree.load(from: tree, under: directory)
    let policy = try Self.policy(of: tree)
    let configuration = try HomelabConfiguration.load(from: tree)
    let states = stacks.stacks.compactMap { path, loaded in
      loaded.value.map { project in
        StackState(path, project, hosts: Set((configuration.value?.hosts ?? []).filter { $0.runs(path) }.map(\.name)))
      }
    }
    let findings = inspect(states, by: policy.value ?? .standard, on: day).findings.map(\.diagnostic)
    diagnostics = (stacks.allDiagnostics + policy.diagnostics + configuration.diagnostics + findings).inReadingOrder
    sources = stacks.sources(for: diagnostics)
    stackCount = stacks.stacks.count
    looseCount = stacks.loose.count
    failures = stacks.everything.elements.reduce(into: [:]) { failures, element in
      let codes = element.value.diagnostics.filter { $0.severity == .error }.map(\.code)
      if !codes.isEmpty { failures[element.key] = codes }
    }
  }

  private static func policy(of tree: some FileTree) throws -> Loaded<Policy> {
    guard let bytes = try tree.read(RepositoryPath(DeploymentBranch.policyFile)) else { return Loaded(.standard) }
    return Policy.load(bytes, file: DeploymentBranch.policyFile)
  }
}

extension TreeCheck {
  /// Whether there was nothing to check.
  public var isEmpty: Bool { stackCount == 0 && looseCount == 0 }

  /// What was looked at: `12 stacks and 3 other Compose files`.
  public var scope: String {
    let stacks = counted(stackCount, "stack")
    return looseCount == 0 ? stacks : "\(stacks) and \(counted(looseCount, "other Compose file"))"
  }

  /// How much doesn't load, and how often for which reason.
  public var summary: String {
    let total = stackCount + looseCount
    guard !failures.isEmpty else { return "all \(total) load\n" }
    let reasons = failures.values.reduce(into: [DiagnosticCode: Int]()) { counts, codes in
      for code in Set(codes) { counts[code, default: 0] += 1 }
    }
    let lines = reasons.sorted { ($1.value, $0.key.rawValue) < ($0.value, $1.key.rawValue) }
      .map { "\(String(repeating: " ", count: max(0, 7 - "\($0.value)".count)))\($0.value)  \($0.key)\n" }
    return "\(failures.count) of \(total) don't load:\n" + lines.joined()
  }

  /// What to say when there was nothing to check.
  public func emptiness(of directory: String) -> String {
    "there is no Compose file in \(directory.neutralised); name a directory that holds stacks"
  }
}
