import Benchmark
import ComposeModel
import SourceDiagnostics
import Workload

private let tree = Workload.tree()
private let changedTree = Workload.tree(change: .files(0.01))
private let big = Workload.big()

/// What each of them says: how long, how many a second, how much memory.
///
/// Without jemalloc calls of malloc are counted as none, and instructions not at all: `Scripts/bench --instructions` has callgrind count them.
private func configuration(scaledBy factor: BenchmarkScalingFactor = .one) -> Benchmark.Configuration {
  Benchmark.Configuration(
    metrics: [.wallClock, .cpuTotal, .throughput, .peakMemoryResident],
    warmupIterations: 1,
    scalingFactor: factor,
    maxDuration: .seconds(3),
    maxIterations: 200
  )
}

let benchmarks: @Sendable () -> Void = {
  Benchmark("parse tree", configuration: configuration()) { benchmark in
    for _ in benchmark.scaledIterations {
      for file in tree { blackHole(parsed(file)) }
    }
  }

  Benchmark("parse big", configuration: configuration()) { benchmark in
    for _ in benchmark.scaledIterations { blackHole(parsed(big)) }
  }

  Benchmark("open, edit and save big", configuration: configuration()) { benchmark in
    for _ in benchmark.scaledIterations { blackHole(saved(big)) }
  }

  Benchmark("open, edit and save small", configuration: configuration(scaledBy: .kilo)) { benchmark in
    for _ in benchmark.scaledIterations { blackHole(saved(tree[0])) }
  }

  Benchmark("diff of trees with 1 % of the files changed", configuration: configuration()) { benchmark in
    for _ in benchmark.scaledIterations {
      for (before, after) in zip(tree, changedTree) where before != after {
        guard let before = parsed(before), let after = parsed(after) else { continue }
        blackHole(DocumentDiff(from: before, to: after))
      }
    }
  }
}

private func parsed(_ bytes: [UInt8]) -> ComposeDocument? {
  ComposeDocument.parse(bytes, file: "compose.yaml").value
}

/// The bytes of a file whose first service has another image.
private func saved(_ bytes: [UInt8]) -> [UInt8]? {
  guard let document = parsed(bytes), let name = document.root?["services"]?.pairs.first?.key.text else { return nil }
  let edit = Edit.set(YAMLPath(keys: "services", name, "image"), "registry.example.org/edited:2.0.1")
  return (try? document.applying([edit]))?.bytes
}
