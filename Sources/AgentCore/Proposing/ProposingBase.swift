import ComposeModel
import GitKit
import GitOpsKit
import PolicyEngine

/// What every change of one run starts from and is judged by: one commit of the deployment branch.
struct ProposingBase: Sendable {
  /// The commit.
  let commit: ObjectID
  /// The branch's name.
  let branch: String
  /// Its stacks.
  let stacks: StackTree
  /// Its policy.
  let policy: Policy
  /// Its configuration.
  let configuration: HomelabConfiguration
  /// When the run is.
  let now: Timestamp
}
