import GitKit
import PolicyEngine
import SourceDiagnostics

extension Diagnostic {
  static func notYours(_ ref: RefName, _ scene: PushScene) -> Diagnostic {
    let pusher = scene.pusher
    let who =
      switch pusher.role {
      case .host: "the host `\(GitOpsError.excerpt(pusher.host ?? ""))`"
      case .ci: "a CI job"
      case .agent, .person:
        pusher.login.map { "`\(GitOpsError.excerpt($0))`, who has an agent's rights," } ?? "an unnamed pusher"
      }
    let allowed =
      switch pusher.role {
      case .host: "push to \(DeployLedger.prefix)\(GitOpsError.excerpt(pusher.host ?? ""))"
      case .ci: "push to \(CILedger.prefix)<commit>/<job>"
      case .agent, .person: "push a branch below `longshore/`, and let an approver merge it"
      }
    let unnamed = "; the server names the pusher in \(Pusher.variables[0])"
    let help = allowed + (pusher.login == nil ? unnamed : "")
    guard ref == scene.branch.reference else {
      return Diagnostic(.error, .notYours, "\(who) may not push to `\(GitOpsError.excerpt(ref.name))`", help: help)
    }
    return Diagnostic(
      .error,
      .deploymentBranch,
      "\(who) may not push to the deployment branch `\(scene.branch.name)`",
      help: help
    )
  }

  static func deletesDeploymentBranch(_ name: String) -> Diagnostic {
    let help = "change the server's default branch first, if it is to be another one"
    return Diagnostic(.error, .deploymentBranch, "the deployment branch `\(name)` can't be removed", help: help)
  }

  static func rewindsDeploymentBranch(_ name: String) -> Diagnostic {
    let message = "the deployment branch `\(name)` would lose commits, which hosts may have deployed"
    return Diagnostic(.error, .deploymentBranch, message, help: "undo a change with `git revert` and push that")
  }

  static func noDeploymentBranch(_ name: String) -> Diagnostic {
    let message = "there is no deployment branch `\(name)` yet, so nothing can be proposed for it"
    return Diagnostic(.error, .noDeploymentBranch, message, help: "let an approver push `\(name)` first")
  }

  static func tooManyReferences(_ count: Int, limit: Int) -> Diagnostic {
    let message = "the push changes \(count) references, and at most \(limit) may change at once"
    return Diagnostic(.error, .tooMuch, message, help: "push them in several steps")
  }

  static func tooManyCommits(_ ref: RefName, limit: Int, deployment: String) -> Diagnostic {
    let message = "`\(ref.shortName)` has more than \(limit) commits that `\(deployment)` doesn't have"
    return Diagnostic(.error, .tooMuch, message, help: "make it one commit on top of `\(deployment)`")
  }

  static func largeFile(_ path: String, limit: Int) -> Diagnostic {
    let message = "`\(GitOpsError.excerpt(path))` has more than \(limit) bytes"
    return Diagnostic(.error, .tooMuch, message, help: "keep large files out of the repository")
  }

  static func twiceInOnePush() -> Diagnostic {
    Diagnostic(.error, .malformedPush, "the push names a reference twice", help: "push each reference once")
  }

  static func notLinear(_ commit: Commit, _ ref: RefName, deployment: String) -> Diagnostic {
    let what = commit.parents.isEmpty ? "has no parent" : "joins \(commit.parents.count) histories"
    let message = "commit \(commit.id.short) of `\(ref.shortName)` \(what)"
    return Diagnostic(
      .error,
      .notLinear,
      message,
      help: "rebase the branch on `\(deployment)`, one commit after the other"
    )
  }

  static func forgedIdentity(_ commit: Commit, _ ref: RefName) -> Diagnostic {
    let message = "commit \(commit.id.short) of `\(ref.shortName)` claims to be by an approver"
    return Diagnostic(.error, .forgedIdentity, message, help: "commit under the agent's own name and address")
  }

  static func malformedTree(_ ref: RefName, _ problem: String) -> Diagnostic {
    let message = "the files of `\(ref.shortName)` can't be taken: \(problem)"
    return Diagnostic(
      .error,
      .malformedPush,
      message,
      help: "make the commit again with Git or Longshore, without such files"
    )
  }

  static func malformedRecord(_ ref: RefName, _ problem: String) -> Diagnostic {
    let message = "`\(GitOpsError.excerpt(ref.name))` doesn't hold what it must: \(problem)"
    return Diagnostic(.error, .malformedRecord, message, help: "let Longshore write it")
  }

  static func notAppended(_ ref: RefName) -> Diagnostic {
    let message = "`\(ref.name)` may only grow, and this isn't one commit on top of what is there"
    return Diagnostic(.error, .notAppended, message, help: "fetch it, and add to what is there")
  }

  static func deletesRecord(_ ref: RefName) -> Diagnostic {
    let message = "`\(GitOpsError.excerpt(ref.name))` is a record, and only an approver may remove it"
    return Diagnostic(.error, .notAppended, message, help: "leave it, or let an approver remove it")
  }

  static func reservedEvent(_ kind: ProposalEvent.Kind, _ number: Int) -> Diagnostic {
    let message = "only an approver can say that proposal \(number) was \(kind.rawValue)"
    return Diagnostic(.error, .reservedEvent, message, help: "let an approver run longshore-review")
  }

  static func otherHead(_ number: Int, _ branch: RefName, _ head: ObjectID) -> Diagnostic {
    let message = "proposal \(number) shows commit \(head.short), and `\(branch.shortName)` holds another one"
    return Diagnostic(.error, .otherHead, message, help: "push the branch together with the proposal")
  }

  static func afterRejection(_ ref: RefName) -> Diagnostic {
    let message = "`\(ref.name)` was rejected, so it stays as it is"
    return Diagnostic(.error, .reservedEvent, message, help: "open a new proposal if the change is another one now")
  }

  static func unreadable(_ what: String, _ error: any Error) -> Diagnostic {
    let help = (error as? GitOpsError)?.help ?? (error as? GitError)?.help
    let cause = GitOpsError.excerpt("\(error)", limit: 300)
    return Diagnostic(
      .error,
      .unreadablePush,
      "\(what) can't be judged: \(cause)",
      help: help ?? "ask the server's administrator"
    )
  }
}
