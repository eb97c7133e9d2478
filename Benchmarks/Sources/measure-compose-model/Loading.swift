import ComposeModel
import SourceDiagnostics
import Workload

/// What `longshore config` does, without starting it: each file is a stack of its own, loaded and printed.
enum Loading {
  /// Prints bytes, nanoseconds to load and print on one core, and nanoseconds to load on all.
  static func measure(_ files: [[UInt8]], _ passes: Int) async {
    let stacks = files.map {
      MemoryTree(["compose.yaml": String(decoding: $0, as: UTF8.self), ".env": "DB_PASSWORD=secret\n"])
    }
    var written = 0
    let time = Measurement.median(of: passes) {
      for stack in stacks {
        let project = project(of: stack)?.withoutDisabledServices().withoutUnusedResources()
        written += project?.yaml().utf8.count ?? 0
      }
    }
    guard written > 0 else { return print("nothing was written") }
    var best = Int.max
    for _ in 0..<max(passes, 1) {
      var count = 0
      let time = await Measurement.timeOfTasks {
        count = await Cores.count(stacks, by: Cores.all) { project(of: $0) != nil }
      }
      guard count == stacks.count else { return print("a stack can't be loaded") }
      best = min(best, time)
    }
    print(files.reduce(0) { $0 + $1.count }, time, best)
  }

  /// The project of a stack without an error.
  private static func project(of stack: MemoryTree) -> ComposeProject? {
    // The workload's services wait for some that aren't there.
    let options = ComposeLoader.Options(paths: .absolute(root: "/srv", home: "/root"), checksConsistency: false)
    guard let file = try? RepositoryPath("compose.yaml"),
      let loaded = try? ComposeLoader(options: options).load(StackFiles(file: file), from: stack),
      !loaded.diagnostics.containsError
    else { return nil }
    return loaded.value
  }
}
