/// Writes one file.
struct StackWriter {
  var random: SeededRandom
  /// Choices of the second version, apart from the others, so that both versions have the same layout.
  private var changes: SeededRandom
  private let change: Workload.Change
  /// Which of the file's values is another one, where it is one of all.
  private var changedValue: Int?
  private var values = 0
  private var text = ""

  /// The columns that a level takes, and those that a list takes below its key.
  var step = "  "
  var dash = "  "

  init(seed: UInt64, change: Workload.Change) {
    random = SeededRandom(seed: seed)
    changes = SeededRandom(seed: seed ^ 0x5EED)
    self.change = change
    if case .files(let share) = change, changes.chance(share) { changedValue = changes.below(10) }
  }

  /// Adds a line, with a comment behind it now and then.
  mutating func line(_ indent: String, _ content: String, comment share: Double = 0) {
    text += indent
    text += content
    if random.chance(share) { text += (random.chance(0.7) ? "  # " : " # ") + random.pick(Habits.comments) }
    text += "\n"
  }

  /// A value that may be another one in the second version.
  mutating func value(_ value: String) -> String {
    values += 1
    switch change {
    case .none: return value
    case .files: return values - 1 == changedValue ? value + "9" : value
    case .values(let share): return changes.chance(share) ? value + "9" : value
    }
  }

  mutating func smallFile() -> [UInt8] {
    step = random.chance(0.12) ? "    " : "  "
    dash = random.chance(0.8) ? step : ""
    if random.chance(0.3) {
      line("", "# " + random.pick(Habits.comments))
      line("", "")
    }
    if random.chance(0.1) { line("", "---") }
    if random.chance(0.3) { line("", "name: \(random.pick(Habits.words))-\(random.below(90))") }
    logging()
    let count = 2 + random.below(4)
    for number in 0..<count {
      service("\(random.pick(Habits.words))\(number)", level: step)
      if number + 1 < count, random.chance(0.8) { line("", "") }
    }
    closing()
    let hasBreak = random.chance(0.97)
    if !hasBreak { text.removeLast() }
    return random.chance(0.02) ? Array(text.utf8).withWindowsBreaks : Array(text.utf8)
  }

  mutating func bigFile(services: Int = .max, bytes: Int = .max) -> [UInt8] {
    line("", "# one large stack")
    logging()
    var number = 0
    while number < services, text.utf8.count < bytes {
      service("\(random.pick(Habits.words))-\(number)", level: step)
      if random.chance(0.5) { line("", "") }
      number += 1
    }
    closing()
    return Array(text.utf8)
  }

  private mutating func logging() {
    line("", "x-logging: &logging")
    line(step, "driver: json-file")
    line(step, random.chance(0.5) ? "options: {max-size: 10m, max-file: \"3\"}" : "options: { max-size: \"5m\" }")
    line("", "")
    line("", "services:")
  }

  private mutating func closing() {
    line("", "networks:", comment: 0.1)
    line(step, "proxy:")
    line(step + step, "external: true")
    line(step, "internal: {}")
    guard random.chance(0.5) else { return }
    line("", "")
    line("", "volumes:")
    line(step, "data:", comment: 0.3)
    line(step, "cache: # empty on purpose")
  }
}

extension [UInt8] {
  fileprivate var withWindowsBreaks: [UInt8] {
    flatMap { $0 == UInt8(ascii: "\n") ? [UInt8(ascii: "\r"), $0] : [$0] }
  }
}
