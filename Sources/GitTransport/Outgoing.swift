import GitKit

/// Local references that hold what is to be pushed for as long as that takes: libgit2 1.5 pushes names, not objects.
///
/// Their own prefix is in no scope and no fetch, and their names are new each time, so calls don't meet each other.
struct Outgoing {
  /// What to push, as libgit2 wants it.
  let specs: [String]
  private let references: [RefName]

  /// Makes the references in `repository`.
  init(_ updates: [RefUpdate], in repository: borrowing Repository, _ operation: String) throws(GitError) {
    let folder = "refs/outgoing/" + String(UInt64.random(in: 0 ... .max), radix: 16)
    var (specs, references): ([String], [RefName]) = ([], [])
    for (index, update) in updates.enumerated() {
      guard let new = update.new else {
        specs.append(update.spec(from: nil))
        continue
      }
      let reference = try RefName("\(folder)/\(index)")
      try repository.updateReference(reference, to: new, expecting: .absent, log: operation)
      references.append(reference)
      specs.append(update.spec(from: reference))
    }
    (self.specs, self.references) = (specs, references)
  }

  /// Removes the references; one that can't be removed does no harm.
  func remove(from repository: borrowing Repository) {
    for reference in references { try? repository.deleteReference(reference, expecting: .anything) }
  }
}
