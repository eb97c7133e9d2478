import ComposeModel
import GitOpsKit
import OrderedCollections
import ReleaseKit

/// Sorts updates into changes, each with the edits that make it.
struct UpdatePlan {
  private var groups: OrderedDictionary<Group, [PlannedUpdate]> = [:]
  private var skipped: [SkippedService] = []

  /// What goes into one proposal.
  private struct Group: Hashable {
    /// The stack's directory, or the file outside of it that has to be edited.
    let owner: RepositoryPath
    /// The image, for a new major version.
    let major: String?

    var topic: TopicName {
      let image = major.map { $0.split(separator: "/").last ?? "" }
      return TopicName(slugging: "update \(owner.topicWords)" + (image.map { " \($0) major" } ?? ""))
    }
  }

  mutating func skip(_ updates: [SkippedUpdate], of stack: RepositoryPath) {
    skipped += updates.map {
      SkippedService(stack: stack, service: $0.service, code: $0.code.rawValue, reason: $0.reason)
    }
  }

  mutating func add(
    _ update: ImageUpdate,
    of stack: RepositoryPath,
    _ project: ComposeProject,
    in tree: some FileTree
  ) throws {
    let finder = ValueFinder(directory: stack, tree: tree)
    do {
      let image = project.services[update.service]?.image ?? ""
      let (file, place) = try finder.place(of: image, at: update.path, in: project)
      guard let edit = place.edit(to: update.candidate.description) else {
        throw UneditableFile(file.string, "more than the variable's value would have to change")
      }
      let owner = file.isInside(stack) ? stack : file
      let major = update.step == .major ? update.current.name : nil
      groups[Group(owner: owner, major: major), default: []]
        .append(PlannedUpdate(stack: stack, update: update, file: file, edit: edit))
    } catch let error as UneditableFile {
      skip(update.service, of: stack, error)
    }
  }

  /// The changes, with topics that differ.
  var answer: ModelAnswer {
    var answer = ModelAnswer(skipped: skipped)
    for (group, updates) in groups {
      let (kept, dropped) = updates.withoutConflicts
      answer.skipped += dropped
      if !kept.isEmpty { answer.changes.append(change(of: group, kept)) }
    }
    answer.changes.makeTopicsUnique()
    return answer
  }

  private func change(of group: Group, _ updates: [PlannedUpdate]) -> ProposedChange {
    var edits: OrderedDictionary<RepositoryPath, [FileEdit]> = [:]
    for update in updates where edits[update.file]?.contains(update.edit) != true {
      edits[update.file, default: []].append(update.edit)
    }
    let images = OrderedSet(updates.map(\.words))
    let notes = updates.quotedNotes
    let fixes = notes.reduce(0) { $0 + $1.security.count }
    let security = fixes == 0 ? "" : fixes == 1 ? ", 1 security fix" : ", \(fixes) security fixes"
    let summary = images.count == 1 ? images[0] : "\(images.count) image updates"
    return ProposedChange(
      topic: group.topic,
      title: "\(group.owner): \(summary)\(security)",
      rationale: group.major == nil
        ? "Newer versions within the major version that runs."
        : "A new major version. It comes apart from the routine updates, because it may need more than a restart.",
      edits: edits,
      expectations: updates.map { .init($0.stack, $0.update.service, .image($0.update.candidate)) },
      notes: notes
    )
  }

  private mutating func skip(_ service: String, of stack: RepositoryPath, _ error: UneditableFile) {
    skipped.append(SkippedService(stack: stack, service: service, code: "uneditable", reason: error.description))
  }
}

/// An update and the edit that makes it.
struct PlannedUpdate {
  let stack: RepositoryPath
  let update: ImageUpdate
  let file: RepositoryPath
  let edit: FileEdit

  /// The update in words: `redis 7.4.1 → 7.4.2`.
  var words: String {
    let (old, new) = (update.current, update.candidate)
    return "\(old.name) \(old.tag ?? "") → \(new.tag ?? "")"
  }
}

extension [PlannedUpdate] {
  /// The updates that can be made together; of those that would write different things to one place none is kept.
  fileprivate var withoutConflicts: (kept: [PlannedUpdate], dropped: [SkippedService]) {
    let targets = Dictionary(grouping: self) { "\($0.file)\u{0}\($0.edit)" }
    let isDivided = { (update: PlannedUpdate) in
      targets["\(update.file)\u{0}\(update.edit)"]?.contains { $0.edit != update.edit } ?? false
    }
    let dropped = filter(isDivided).map { update in
      SkippedService(
        stack: update.stack,
        service: update.update.service,
        code: "divided",
        reason: "can't edit \(update.file): services that share this value would need different ones"
      )
    }
    return (filter { !isDivided($0) }, dropped)
  }

  /// The notes of all images, each once.
  fileprivate var quotedNotes: [ProposedChange.QuotedNote] {
    var seen: Set<String> = []
    return flatMap { planned in
      planned.update.notes.compactMap { note in
        let subject = "\(planned.update.current.name) \(note.version)"
        guard seen.insert(subject).inserted else { return nil }
        return .init(subject, note.text, breaking: note.breaking, actions: note.actions, security: note.security)
      }
    }
  }
}
