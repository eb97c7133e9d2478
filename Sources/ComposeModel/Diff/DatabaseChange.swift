/// A database's image before and after a change, over the same files.
struct DatabaseChange {
  let service: String
  let before: DatabaseImage
  let after: DatabaseImage?
  let newImage: String

  /// What that could do to the files, and a few words for the new image's place; nil when it does nothing.
  var risk: (risk: DataRisk, note: String)? {
    guard let after else { return replaced }
    if before.family.name != after.family.name { return replaced }
    guard let old = before.series, let new = after.series else { return unknown(after) }
    if old == new { return nil }
    if new.lexicographicallyPrecedes(old) { return downgrade(to: after) }
    return family.upgrade == .free ? nil : upgrade(to: after)
  }

  private var family: DatabaseFamily { before.family }

  private func upgrade(to after: DatabaseImage) -> (DataRisk, String) {
    let (severity, note, help): (DataRisk.Severity, String, String) =
      switch family.upgrade {
      case .dumpAndRestore:
        (
          .danger, "\(after.version) can't read what \(before.version) wrote",
          "dump and restore, or stay with \(before.text.quoted) and plan the upgrade"
        )
      case .stepByStep where (before.steps(to: after) ?? 2) > 1:
        (
          .danger, "\(family.name) upgrades its files one major version at a time",
          "go through each version between, with a backup before each, or stay with \(before.text.quoted)"
        )
      case .stepByStep, .inPlace, .free:
        (
          .caution, "\(after.version) rewrites the files, and \(before.version) can't read them then",
          "take a backup first: there is no way back"
        )
      }
    return (DataRisk(.databaseMajorUpgrade, severity, of: service, jump(to: after), help: help), note)
  }

  private func jump(to after: DatabaseImage) -> String {
    switch before.steps(to: after) {
    case 1?: "\(service.quoted) jumps to the next major version of \(family.name) over the same data"
    case let steps?: "\(service.quoted) jumps \(Self.words(steps)) major versions of \(family.name) over the same data"
    case nil: "\(service.quoted) goes from \(family.name) \(before.version) to \(after.version) over the same data"
    }
  }

  private func downgrade(to after: DatabaseImage) -> (DataRisk, String) {
    let message =
      "\(service.quoted) goes back from \(family.name) \(before.version) to \(after.version) over the same data"
    let help = "restore a backup that \(after.version) made, or stay with \(before.text.quoted)"
    let note = "\(after.version) can't read what \(before.version) wrote"
    return (DataRisk(.databaseDowngrade, .danger, of: service, message, help: help), note)
  }

  private func unknown(_ after: DatabaseImage) -> (DataRisk, String) {
    let silent = after.series == nil ? after : before
    let message = "nobody can tell whether \(service.quoted) jumps a major version of \(family.name) over the same data"
    let help = "name the version in the tag, before and after"
    let note =
      after.series == nil
      ? "the tag doesn't say which version it is" : "\(silent.text.quoted) didn't say which version it was"
    return (DataRisk(.databaseVersionUnknown, .caution, of: service, message, help: help), note)
  }

  private var replaced: (DataRisk, String) {
    let name = after?.family.name
    let message =
      if let name {
        "\(service.quoted) becomes \(name) over the data of \(family.name)"
      } else {
        "\(service.quoted) leaves \(family.name) for \(newImage.quoted) over the same data"
      }
    let help = "give the new database a volume of its own and move the data by a dump"
    let note = name.map { "\($0) can't read the files of \(family.name)" } ?? "not known to be \(family.name)"
    return (DataRisk(.databaseReplaced, name == nil ? .caution : .danger, of: service, message, help: help), note)
  }

  private static func words(_ number: Int) -> String {
    let words = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
    return words.indices.contains(number - 2) ? words[number - 2] : String(number)
  }
}
