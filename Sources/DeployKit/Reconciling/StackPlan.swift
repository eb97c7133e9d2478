import ComposeModel
import GitKit
import GitOpsKit

/// What is to be done about each stack of a host: a pure function of what is wanted, what is known and what is refused.
struct StackPlan: Sendable, Hashable {
  /// What is to be done about one stack.
  enum Action: Sendable, Hashable {
    /// Apply this version.
    case apply(StackRecord.Version)
    /// Nothing.
    case keep
    /// Leave it as it is, for this reason.
    case refuse(String)
  }

  /// The stacks that are wanted, in the order in which they're dealt with.
  var actions: [(stack: RepositoryPath, action: Action)] { order.map { ($0, wanted[$0] ?? .keep) } }
  /// The stacks that run and are wanted no more.
  let removed: [RepositoryPath]

  private let order: [RepositoryPath]
  private let wanted: [RepositoryPath: Action]

  /// Plans.
  ///
  /// - Parameters:
  ///   - versions: The stacks that the host is to run.
  ///   - records: What is known of stacks.
  ///   - refusals: The stacks that may not be touched, and why.
  ///   - objection: Why nothing at all may be touched.
  ///   - retry: Whether a stack that failed is tried again.
  init(
    versions: [RepositoryPath: StackRecord.Version],
    records: [RepositoryPath: StackRecord],
    refusals: [RepositoryPath: String] = [:],
    objection: String? = nil,
    retry: DeploySettings.Retry = .whenChanged
  ) {
    order = versions.keys.sorted()
    wanted = versions.reduce(into: [:]) { wanted, item in
      let (stack, version) = item
      guard let record = records[stack], Self.isSettled(record, at: version, retry) else {
        wanted[stack] = (objection ?? refusals[stack]).map { .refuse($0) } ?? .apply(version)
        return
      }
      wanted[stack] = .keep
    }
    let gone = records.filter { versions[$0.key] == nil && $0.value.mayRun }.map(\.key)
    removed = objection == nil ? gone.sorted() : []
  }

  /// Whether nothing is left to be done about a stack that is wanted at `version`.
  private static func isSettled(
    _ record: StackRecord,
    at version: StackRecord.Version,
    _ retry: DeploySettings.Retry
  ) -> Bool {
    guard record.begun == nil, record.tried?.inputs == version.inputs else { return false }
    return retry == .whenChanged || record.report?.outcome.isFine == true
  }
}
