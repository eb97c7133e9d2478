import Benchmark
import ComposeModel
import SourceDiagnostics
import Workload

private let tree = Workload.tree()
private let changedTree = Workload.tree(change: .files(0.01))
private let big = Workload.big()

/// What each of them says: how long, how many a second, how often memory was asked for, and how much of it is used.
let benchmarks: @Sendable () -> Void = {
  Benchmark.defaultConfiguration = .init(
    metrics: [.wallClock, .cpuTotal, .throughput, .mallocCountTotal, .peakMemoryResident],
    warmupIterations: 1,
    maxDuration: .seconds(3),
    maxIterations: 200
  )

  Benchmark("parse tree") { benchmark in
    for _ in benchmark.scaledIterations {
      for file in tree { blackHole(parsed(file)) }
    }
  }

  Benchmark("parse big") { benchmark in
    for _ in benchmark.scaledIterations { blackHole(parsed(big)) }
  }

  Benchmark("open, edit and save big") { benchmark in
    for _ in benchmark.scaledIterations { blackHole(saved(big)) }
  }

  Benchmark("open, edit and save small", configuration: .init(scalingFactor: .kilo)) { benchmark in
    for _ in benchmark.scaledIterations { blackHole(saved(tree[0])) }
  }

  Benchmark("diff of trees with 1 % of the files changed") { benchmark in
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
