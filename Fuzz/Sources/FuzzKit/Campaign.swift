internal import Dispatch
internal import Glibc
internal import Synchronization

/// What trying one file led to.
public enum Outcome: Sendable {
  /// It counts as one of these.
  case counted(String)
  /// It shows something wrong: this, in these bytes.
  case wrong(String, [UInt8])
}

/// Tries file after file on all cores, until something is wrong or the time or the files are over.
public struct Campaign: Sendable {
  /// The program's name.
  public let program: String
  /// What was asked for.
  public let options: Options

  /// Prepares a run of `program`.
  public init(_ program: String, _ options: Options) {
    self.program = program
    self.options = options
  }

  /// Tries the files, tells what happened, and answers the exit status.
  public func run(_ attempt: @escaping @Sendable (inout SeededRandom) -> Outcome) async -> Int32 {
    print("\(program) --seed \(options.seed)")
    watch()
    let clock = ContinuousClock()
    let began = clock.now
    var tally: [String: Int] = [:]
    var next = options.only ?? 0
    let end = options.only.map { $0 + 1 } ?? options.files
    let batch = 500
    while next < end, began.duration(to: clock.now) < options.time {
      // Enough batches for every core, few enough to look at the clock often.
      let batches = (0..<16).map { next + $0 * batch }.filter { $0 < end }
      let outcomes = await withTaskGroup(of: Batch.self) { group in
        for start in batches { group.addTask { tried(start..<min(start + batch, end), attempt) } }
        return await group.reduce(into: []) { $0.append($1) }
      }
      for outcome in outcomes { tally.merge(outcome.tally, uniquingKeysWith: +) }
      if let wrong = outcomes.compactMap(\.wrong).min(by: { $0.file < $1.file }) {
        print("file \(wrong.file) of seed \(options.seed): \(wrong.what)\n  bytes: \"\(wrong.bytes.escaped)\"")
        print("again: \(program) --seed \(options.seed) --only \(wrong.file)")
        return 1
      }
      next = min((batches.last ?? next) + batch, end)
    }
    let count = tally.values.reduce(0, +)
    let parts = tally.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }.joined(separator: ", ")
    print("\(count) files in \(began.duration(to: clock.now).components.seconds) s: \(parts)")
    return 0
  }

  /// Ends the program when one file takes 20 seconds: that is a hang.
  private func watch() {
    let (program, seed) = (program, options.seed)
    DispatchQueue.global().async {
      while true {
        sleep(1)
        let slow = inHand.withLock { files in files.values.first { $0.since.duration(to: .now) > .seconds(20) } }
        guard let slow else { continue }
        print("file \(slow.file) of seed \(seed): it takes more than 20 seconds")
        print("again: \(program) --seed \(seed) --only \(slow.file)")
        exit(1)
      }
    }
  }

  private struct Batch: Sendable {
    var tally: [String: Int] = [:]
    var wrong: (file: Int, what: String, bytes: [UInt8])?
  }

  private func tried(_ files: Range<Int>, _ attempt: (inout SeededRandom) -> Outcome) -> Batch {
    var batch = Batch()
    for file in files {
      var random = SeededRandom(seed: options.seed, file: file)
      inHand.withLock { $0[files.lowerBound] = (file, .now) }
      defer { inHand.withLock { $0[files.lowerBound] = nil } }
      switch attempt(&random) {
      case .counted(let name): batch.tally[name, default: 0] += 1
      case .wrong(let what, let bytes):
        batch.wrong = (file, what, bytes)
        return batch
      }
    }
    return batch
  }
}

/// The file that each batch is at, by the number of the batch's first.
private let inHand = Mutex<[Int: (file: Int, since: ContinuousClock.Instant)]>([:])
