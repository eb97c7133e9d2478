import ComposeModel
import Glibc
import Workload

/// A whole tree, parsed by several tasks.
enum Cores {
  static func measure(_ files: [[UInt8]], _ passes: Int) async {
    let most = Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))
    for tasks in 1...max(most, 1) {
      var times: [Int] = []
      for _ in 0...passes {
        let clock = ContinuousClock()
        let began = clock.now
        let count = await parse(files, tasks)
        let (seconds, attoseconds) = began.duration(to: clock.now).components
        guard count == files.count else { return print("a file can't be parsed") }
        times.append(Int(seconds) * 1_000_000_000 + Int(attoseconds / 1_000_000_000))
      }
      print(tasks, Array(times.dropFirst()).median)
    }
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
