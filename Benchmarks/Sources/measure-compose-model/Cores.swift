import ComposeModel
import Glibc
import Workload

/// A whole tree, parsed by several tasks.
enum Cores {
  /// How many there are.
  static let all = max(Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))), 1)

  static func measure(_ files: [[UInt8]], _ passes: Int) async {
    // The best of several, in turns: what else runs on the machine takes a core away now and then.
    var best = Array(repeating: Int.max, count: all)
    for _ in 0..<passes * 5 {
      for tasks in 1...all {
        var count = 0
        let time = await Measurement.timeOfTasks { count = await self.count(files, by: tasks) { parsed($0) != nil } }
        guard count == files.count else { return print("a file can't be parsed") }
        best[tasks - 1] = min(best[tasks - 1], time)
      }
    }
    for (index, time) in best.enumerated() { print(index + 1, time) }
  }

  /// How many of `items` meet `condition`, where each of so many tasks looks at every so many-th.
  static func count<Item: Sendable>(
    _ items: [Item],
    by tasks: Int,
    where condition: @escaping @Sendable (Item) -> Bool
  ) async -> Int {
    await withTaskGroup(of: Int.self) { group in
      for first in 0..<tasks {
        group.addTask { stride(from: first, to: items.count, by: tasks).count { condition(items[$0]) } }
      }
      return await group.reduce(0, +)
    }
  }
}
