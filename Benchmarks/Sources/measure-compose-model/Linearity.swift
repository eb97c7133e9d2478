import ComposeModel
import Workload

/// The time that files of 1 KB, 10 KB, … take.
enum Linearity {
  static func measure(_ passes: Int, most: Int) {
    let limits = YAMLLimits(bytes: 1 << 30, nodes: 100_000_000, aliasedNodes: 1_000_000_000)
    var size = 1_000
    while size <= most {
      let file = Workload.file(ofBytes: size)
      // Small files many times, so that every line takes about as long.
      let repetitions = max(1, 4_000_000 / size)
      var found = 0
      let time = Measurement.median(of: passes) {
        for _ in 0..<repetitions { found += parsed(file, limits: limits)?.bytes.count ?? 0 }
      }
      print(file.count, time / repetitions, found > 0 ? "" : "not read")
      size *= 10
    }
  }
}
