import Workload
import Yams

// To a tree of nodes with marks, the nearest Yams has to ours.
try Measurement.run(arguments: CommandLine.arguments) { text in
  try Yams.compose(yaml: text)?.mapping?.count ?? 0
}
