import GitKit
import GitOpsKit

/// What this host knows of one stack.
struct StackRecord: Sendable, Hashable, Codable {
  /// A commit, and the name of all that the stack uses of it: two commits with the same inputs are the same to a stack.
  struct Version: Sendable, Hashable, Codable {
    var commit: ObjectID
    var inputs: ObjectID
  }

  /// A refusal, and the commit from which the way to a later one has to be judged: nil for the very beginning.
  struct Refusal: Sendable, Hashable, Codable {
    var from: ObjectID?
  }

  /// The name its containers run under.
  var project: String
  /// What is being applied at the moment, or was when we were interrupted.
  var begun: Version?
  /// What was tried last, and needs no other try.
  var tried: Version?
  /// What runs, as far as we know.
  var running: Version?
  /// What ran when all services were healthy for the last time.
  var healthy: Version?
  /// Set while policy refuses to let it be changed.
  var refusal: Refusal?
  /// What was reported last.
  var report: StackReport?

  init(project: String) { self.project = project }

  /// Whether anything of it may be there.
  var mayRun: Bool { begun != nil || running != nil || tried != nil }
}
