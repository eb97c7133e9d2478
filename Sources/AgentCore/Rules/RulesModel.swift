public import ComposeModel
public import GitOpsKit
import OrderedCollections
public import ReleaseKit
import SourceDiagnostics

/// The built-in model: it proposes by rules and data, and needs no account.
public struct RulesModel: Sendable {
  /// What its commits call it.
  public static let name = "rules"

  /// Finds newer images.
  public var finder: UpdateFinder
  /// Knows health checks.
  public var knowledge: HealthcheckKnowledge

  /// Uses what `finder` and `knowledge` know.
  public init(_ finder: UpdateFinder, knowledge: HealthcheckKnowledge = .standard) {
    self.finder = finder
    self.knowledge = knowledge
  }

  /// The newer images of all stacks: one change for each stack, and one for each new major version.
  ///
  /// An image that is written in a file outside of its stack's directory is a change of that file.
  ///
  /// - Parameters:
  ///   - stacks: The loaded stacks.
  ///   - tree: The files they were loaded from.
  /// - Returns: The changes, and what was left and why.
  /// - Throws: What the tree throws when it can't be read.
  public func proposeUpdates(for stacks: StackTree, in tree: some FileTree) throws -> ModelAnswer {
    var plan = UpdatePlan()
    for (stack, loaded) in stacks.stacks {
      guard let project = loaded.value else { continue }
      let report = finder.updates(for: project)
      plan.skip(report.skipped, of: stack)
      for update in report.updates { try plan.add(update, of: stack, project, in: tree) }
    }
    return plan.answer
  }

  /// The health checks that services lack: one change for each stack.
  ///
  /// - Parameters:
  ///   - stacks: The loaded stacks.
  ///   - tree: The files they were loaded from.
  /// - Returns: The changes, and what was left and why.
  /// - Throws: What the tree throws when it can't be read.
  public func proposeHealthchecks(for stacks: StackTree, in tree: some FileTree) throws -> ModelAnswer {
    var plan = HealthcheckPlan()
    for (stack, loaded) in stacks.stacks {
      guard let project = loaded.value else { continue }
      for service in project.services.values {
        switch knowledge.advice(for: service) {
        case .add(let check): try plan.add(check, to: service.name, of: stack, project, in: tree)
        case .none(let reason): plan.skip(service.name, of: stack, reason)
        }
      }
    }
    return plan.answer
  }
}
