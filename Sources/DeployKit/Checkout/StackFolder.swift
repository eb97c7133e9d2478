import ComposeModel
import GitKit
import GitOpsKit
import OrderedCollections
import SourceDiagnostics

/// Puts stacks where the engine finds them, each from the commit it is to run.
struct StackFolder: Sendable {
  private let checkout: StackCheckout
  private let repository: SharedRepository

  /// Keeps stacks in the state directory.
  init(in state: String, from repository: SharedRepository) {
    checkout = StackCheckout(in: state)
    self.repository = repository
  }

  /// A stack on this host, and what was learned while putting it there.
  struct Placed: Sendable {
    var stack: MaterialisedStack
    var redaction: LogRedaction
  }

  /// What keeps a stack from being put there, or from being understood once it is there.
  struct Obstacle: Error {
    var reason: String
  }

  /// Writes what `path` needs from the commit of `view`, and loads it as it lies there.
  ///
  /// What lies there may be more than what is tracked: a `.env` with secrets that only this host has, for example.
  func place(_ path: RepositoryPath, from view: CommitView) throws -> Placed {
    let own = view.files.inputs(of: path, using: view.outside(of: path))
    var changed: Set<RepositoryPath>
    do {
      changed = try checkout.write(view.files.shared, for: nil, from: repository) {
        view.files.stack(holding: $0) == nil
      }
      changed.formUnion(
        try checkout.write(own, for: path, from: repository) { view.files.stack(holding: $0) == path }
      )
    } catch let error as DeployError where error.code == .unusablePath {
      throw Obstacle(reason: error.description)
    } catch let error as GitError where error.code == .tooLarge {
      throw Obstacle(reason: error.description)
    }
    return try load(path, commit: view.commit, changed: changed)
  }

  /// Removes what was written for `path` and isn't tracked any more at the commit of `view`.
  func clear(_ path: RepositoryPath, at view: CommitView) throws {
    _ = try checkout.write([:], for: path, from: repository) { view.files.entries[$0] == nil }
  }

  private func load(_ path: RepositoryPath, commit: ObjectID, changed: Set<RepositoryPath>) throws -> Placed {
    let tree = try DirectoryTree(checkout.root)
    guard let files = try StackFiles.find(in: path, of: tree) else {
      throw Obstacle(reason: "there is no Compose file in it")
    }
    let loaded = try ComposeLoader().load(files, from: tree)
    if let error = loaded.diagnostics.first(where: { $0.severity == .error }) {
      throw Obstacle(reason: "\(error.code): \(error.message)")
    }
    guard let project = loaded.value else { throw Obstacle(reason: "its Compose file can't be loaded") }
    let stack = MaterialisedStack(
      path,
      commit: commit,
      project: project.name,
      directory: checkout.place(of: path),
      files: files.files.map(checkout.place),
      services: project.services.values.filter(\.profiles.isEmpty).map(ExpectedService.init),
      refreshed: project.services(using: changed, from: path),
      images: project.services.values.contains { $0.build != nil } ? .builtHere : .pulled
    )
    return Placed(stack: stack, redaction: LogRedaction(knowing: [project]))
  }
}
