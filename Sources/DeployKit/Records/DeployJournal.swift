import ComposeModel
import FoundationEssentials
import GitKit
import GitOpsKit

/// What this host knows about its stacks, kept in a file so that a crash loses nothing.
///
/// A stack is marked as begun before anything of it is touched, and unmarked with its result: what is still marked at the
/// next start is applied again, whatever the branch says by then.
actor DeployJournal {
  private let path: String
  private var content: Content

  private struct Content: Codable {
    var version = 1
    var revision: ObjectID?
    var isSettled = false
    var stacks: [String: StackRecord] = [:]
  }

  /// Reads the journal of the state directory, which need not be there yet.
  ///
  /// - Throws: ``DeployError`` with ``DeployError/Code/fileSystem`` when it's there and isn't a journal.
  init(in state: String) throws {
    path = "\(state)/journal.json"
    guard let bytes = try HostFile.read(path) else {
      content = Content()
      return
    }
    guard let content = try? JSONDecoder().decode(Content.self, from: Data(bytes)), content.version == 1 else {
      let help = "move it away; every stack is then looked at as if it were new"
      throw DeployError(.fileSystem, "read \(path)", "it isn't a journal of this version", help: help)
    }
    self.content = content
  }

  /// The head of the deployment branch that was followed last.
  var revision: ObjectID? { content.revision }

  /// Whether a run that finds the branch where it is has anything to do.
  func isSettled(at revision: ObjectID) -> Bool { content.isSettled && content.revision == revision }

  /// What is known of each stack.
  var stacks: [RepositoryPath: StackRecord] {
    content.stacks.reduce(into: [:]) { stacks, item in
      if let path = try? RepositoryPath(item.key) { stacks[path] = item.value }
    }
  }

  /// Notes that `stack` is about to be changed; `project` is the name of one that is new.
  func begin(_ stack: RepositoryPath, as project: String, at attempt: StackRecord.Version) throws {
    var record = content.stacks[stack.string] ?? StackRecord(project: project)
    record.begun = attempt
    content.stacks[stack.string] = record
    content.isSettled = false
    try save()
  }

  /// Notes how it went.
  func finish(_ stack: RepositoryPath, with record: StackRecord) throws {
    var record = record
    record.begun = nil
    content.stacks[stack.string] = record
    try save()
  }

  /// Notes that policy refuses to let `stack` be changed, or doesn't any more.
  func note(_ refusal: StackRecord.Refusal?, of stack: RepositoryPath, as project: String) throws {
    var record = content.stacks[stack.string] ?? StackRecord(project: project)
    guard record.refusal != refusal else { return }
    record.refusal = refusal
    content.stacks[stack.string] = record
    try save()
  }

  /// Forgets a stack that was taken down.
  func forget(_ stack: RepositoryPath) throws {
    guard content.stacks.removeValue(forKey: stack.string) != nil else { return }
    try save()
  }

  /// Notes the head that has been followed, and whether all that it asks for is done or refused for good.
  func follow(_ revision: ObjectID, isSettled: Bool) throws {
    guard content.revision != revision || content.isSettled != isSettled else { return }
    content.revision = revision
    content.isSettled = isSettled
    try save()
  }

  private func save() throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    try HostFile.replace(path, with: Array(try encoder.encode(content)), permissions: 0o600)
  }
}
