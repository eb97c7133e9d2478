import ComposeModel
import Glibc
import SourceDiagnostics
import Workload

/// What `longshore config` does, without starting it: each file is a stack of its own, loaded and printed.
enum Loading {
  /// Prints bytes, nanoseconds to load and print on one core, nanoseconds to load on all, and the stacks with errors.
  static func measure(_ files: [[UInt8]], _ passes: Int) async {
    let stacks = files.map {
      MemoryTree(["compose.yaml": String(decoding: $0, as: UTF8.self), ".env": "DB_PASSWORD=secret\n"])
    }
    var written = 0
    let time = Measurement.median(of: passes) {
      for stack in stacks {
        let project = loaded(stack)?.value?.withoutDisabledServices().withoutUnusedResources()
        written += project?.yaml().utf8.count ?? 0
      }
    }
    guard written > 0 else { return print("nothing was written") }
    var best = Int.max
    for _ in 0..<max(passes, 1) {
      let clock = ContinuousClock()
      let began = clock.now
      guard await onAllCores(stacks) == stacks.count else { return print("a stack can't be loaded") }
      let (seconds, attoseconds) = began.duration(to: clock.now).components
      best = min(best, Int(seconds) * 1_000_000_000 + Int(attoseconds / 1_000_000_000))
    }
    let refused = stacks.count { loaded($0)?.diagnostics.contains { $0.severity == .error } ?? true }
    print(files.reduce(0) { $0 + $1.count }, time, best, refused)
  }

  /// Each task takes every so many-th stack; answers how many were understood.
  private static func onAllCores(_ stacks: [MemoryTree]) async -> Int {
    let tasks = max(Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))), 1)
    return await withTaskGroup(of: Int.self) { group in
      for first in 0..<tasks {
        group.addTask { stride(from: first, to: stacks.count, by: tasks).count { loaded(stacks[$0])?.value != nil } }
      }
      return await group.reduce(0, +)
    }
  }

  private static func loaded(_ stack: MemoryTree) -> Loaded<ComposeProject>? {
    // The workload's services wait for some that aren't there.
    let options = ComposeLoader.Options(paths: .absolute(root: "/srv", home: "/root"), checksConsistency: false)
    guard let file = try? RepositoryPath("compose.yaml") else { return nil }
    return try? ComposeLoader(options: options).load(StackFiles(file: file), from: stack)
  }
}
