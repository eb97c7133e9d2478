import ComposeModel
import Workload

/// The difference of two trees; what has the same bytes isn't parsed.
enum Comparing {
  static func measure(_ old: [[UInt8]], _ new: [[UInt8]], _ passes: Int) {
    var changed = 0
    var changes = 0
    let time = Measurement.median(of: passes) {
      changed = 0
      changes = 0
      for (before, after) in zip(old, new) where before != after {
        guard let before = parsed(before), let after = parsed(after) else { continue }
        changed += 1
        changes += DocumentDiff(from: before, to: after).changes.count
      }
    }
    print(time, changed, changes)
  }
}
