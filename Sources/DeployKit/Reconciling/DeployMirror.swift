import GitKit
import GitOpsKit
import GitTransport
import SourceDiagnostics

/// The host's own copy of the repository: bare, and read by nobody else.
struct DeployMirror: Sendable {
  /// The copy.
  let repository: SharedRepository
  private let remote: RemoteRepository
  private let host: String
  private let reference: RefName

  /// Opens the copy in the state directory, or makes it.
  init(in state: String, of url: String, as host: String, credentials: Credentials, patience: Duration) throws {
    let path = "\(state)/mirror.git"
    self.host = host
    reference = try DeployLedger.reference(host)
    remote = try RemoteRepository(url: url, localRepository: path, credentials: credentials, patience: patience)
    if try HostFile.kind(at: path) == nil { _ = try Repository.create(at: path, kind: .bare) }
    repository = try SharedRepository(at: path)
  }

  /// What was found on the server.
  struct News: Sendable {
    /// The deployment branch, fetched.
    var branch: DeploymentBranch
    /// What the reference of this host's reports holds there.
    var reported: ObjectID?
  }

  /// Fetches the deployment branch; the configuration on `initial` may name another one.
  func update(startingAt initial: String) async throws -> News {
    let there = try await remote.references()
    var branch = try await fetch(initial, from: there)
    let configured = try branch.configuration().value?.deploymentBranch ?? initial
    if configured != initial { branch = try await fetch(configured, from: there) }
    try await adoptReports(there[reference])
    return News(branch: branch, reported: there[reference])
  }

  private func fetch(_ name: String, from there: [RefName: ObjectID]) async throws -> DeploymentBranch {
    let branch = try DeploymentBranch(name, on: .own, in: repository)
    guard let head = there[branch.reference] else {
      throw GitError(
        code: .notFound,
        operation: "fetch \(name) from \(remote.url)",
        reason: "there is no such branch",
        help: "let an approver push `\(name)`, or name the deployment branch"
      )
    }
    if try branch.tip != head {
      try await remote.fetch([FetchSpec(from: branch.reference.name, to: branch.reference.name)])
    }
    return branch
  }

  /// Goes on from the reports that are on the server, when ours are lost or older.
  private func adoptReports(_ pushed: ObjectID?) async throws {
    let own = try repository.read { (repository) throws(GitError) in try repository.reference(reference) }
    guard let pushed, pushed != own else { return }
    let isOurs = try repository.read { (repository) throws(GitError) in
      guard let own, try repository.hasObject(pushed) else { return false }
      return try repository.isAncestor(pushed, of: own)
    }
    if !isOurs { try await remote.fetch([FetchSpec(from: reference.name, to: reference.name)]) }
  }

  /// The last report of this host.
  ///
  /// One that can't be read counts as none: it's replaced by the next.
  func lastReport() -> DeployReport? { try? DeployLedger(in: repository).latest(of: host) }

  /// Adds `report` to those of this host, here.
  func record(_ report: DeployReport, by identity: Identity) throws {
    let record = try DeployLedger(in: repository).recording(report, by: identity)
    try repository.read { (repository) throws(GitError) in
      try repository.updateReference(
        record.reference,
        to: record.commit,
        expecting: record.expected,
        log: "report of \(host)"
      )
    }
  }

  /// Pushes what the server doesn't have of this host's reports; it has those up to `reported`.
  func publish(after reported: ObjectID?) async throws(GitError) {
    let own = try repository.read { (repository) throws(GitError) in try repository.reference(reference) }
    guard let own, own != reported else { return }
    let update = RefUpdate(ref: reference, new: own, expecting: reported.map { .value($0) } ?? .absent)
    for result in try await remote.push([update], within: .host(host)) {
      guard case .refused(let reason) = result.outcome else { continue }
      throw GitError(
        code: .refused,
        operation: "push \(reference)",
        reason: reason,
        help: "let this host push \(reference), and nothing else"
      )
    }
  }
}
