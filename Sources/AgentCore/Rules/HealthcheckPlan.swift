import ComposeModel
import GitOpsKit
import OrderedCollections
import ReleaseKit
import SourceDiagnostics

/// Sorts health checks into changes, one for each stack.
struct HealthcheckPlan {
  private var edits: OrderedDictionary<RepositoryPath, OrderedDictionary<RepositoryPath, [FileEdit]>> = [:]
  private var services: [RepositoryPath: [String]] = [:]
  private var skipped: [SkippedService] = []

  mutating func skip(_ service: String, of stack: RepositoryPath, _ reason: NoHealthcheck) {
    guard reason.code != .present else { return }
    skipped.append(
      SkippedService(stack: stack, service: service, code: reason.code.rawValue, reason: reason.description)
    )
  }

  mutating func add(
    _ check: KnownHealthcheck,
    to service: String,
    of stack: RepositoryPath,
    _ project: ComposeProject,
    in tree: some FileTree
  ) throws {
    let path = YAMLPath(keys: "services", service, "healthcheck")
    let edit = FileEdit.compose(.insert(path, check.composeValue, at: .last))
    do {
      guard let (file, bytes) = try file(of: service, project, in: tree) else {
        throw UneditableFile(stack.string, "`\(service)` isn't written under `services` in any of its files")
      }
      // Tried alone, so that one service that can't be edited doesn't keep the others from it.
      _ = try [edit].applied(to: bytes, file: file.string)
      edits[stack, default: [:]][file, default: []].append(edit)
      services[stack, default: []].append(service)
    } catch let error as UneditableFile {
      skipped.append(SkippedService(stack: stack, service: service, code: "uneditable", reason: error.description))
    }
  }

  /// The changes, with topics that differ.
  var answer: ModelAnswer {
    var answer = ModelAnswer(skipped: skipped)
    answer.changes = edits.map { stack, edits in
      let names = services[stack] ?? []
      return ProposedChange(
        topic: TopicName(slugging: "health \(stack.topicWords)"),
        title: names.count == 1 ? "\(stack): health check for \(names[0])" : "\(stack): \(names.count) health checks",
        rationale: "Without a health check nobody notices that a service is up but doesn't answer.",
        edits: edits,
        expectations: names.map { .init(stack, $0, .healthcheck) }
      )
    }
    answer.changes.makeTopicsUnique()
    return answer
  }

  /// The first file in which the service is written, and its bytes.
  private func file(
    of service: String,
    _ project: ComposeProject,
    in tree: some FileTree
  ) throws -> (RepositoryPath, [UInt8])? {
    for name in project.files {
      guard let file = try? RepositoryPath(name), let bytes = try tree.read(file) else { continue }
      let services = ComposeDocument.parse(bytes, file: name).value?.root?["services"]
      if services?.pairs.contains(where: { $0.key.text == service }) == true { return (file, bytes) }
    }
    return nil
  }
}
