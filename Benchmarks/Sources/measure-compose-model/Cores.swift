import ComposeModel
import Glibc
import Workload

/// A whole tree, parsed by several tasks.
enum Cores {
  static func measure(_ files: [[UInt8]], _ passes: Int) async {
    let most = max(Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))), 1)
    // The best of several, in turns: what else runs on the machine takes a core away now and then.
    var best = Array(repeating: Int.max, count: most)
    for _ in 0..<passes * 5 {
      for tasks in 1...most {
        let clock = ContinuousClock()
        let began = clock.now
        let count = await parse(files, tasks)
        let (seconds, attoseconds) = began.duration(to: clock.now).components
        guard count == files.count else { return print("a file can't be parsed") }
        best[tasks - 1] = min(best[tasks - 1], Int(seconds) * 1_000_000_000 + Int(attoseconds / 1_000_000_000))
      }
    }
    for (index, time) in best.enumerated() { print(index + 1, time) }
  }

  /// Each task takes every `tasks`th file.
  private static func parse(_ files: [[UInt8]], _ tasks: Int) async -> Int {
    await withTaskGroup(of: Int.self) { group in
      for first in 0..<tasks {
        group.addTask {
          stride(from: first, to: files.count, by: tasks).count { parsed(files[$0]) != nil }
        }
      }
      return await group.reduce(0, +)
    }
  }
}
