import ComposeModel
import SourceDiagnostics
import Workload

// To a lossless document with the place of every node, all diagnostics included.
Measurement.run(arguments: CommandLine.arguments) { text in
  let loaded = ComposeDocument.parse(Array(text.utf8), file: "compose.yaml", limits: .standard)
  return loaded.value?.root?.pairs.count ?? 0
}
