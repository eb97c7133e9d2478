import Glibc
import Workload
import Yams

// To a tree of nodes with marks, the nearest Yams has to a document.
func nodes(_ node: Node) -> Int {
  switch node {
  case .mapping(let mapping): mapping.reduce(1) { $0 + nodes($1.key) + nodes($1.value) }
  case .sequence(let sequence): sequence.reduce(1) { $0 + nodes($1) }
  default: 1
  }
}

exit(
  try Measurement.parseProgram(
    prepare: { String(decoding: $0, as: UTF8.self) },
    parse: { try Yams.compose(yaml: $0)?.mapping?.count ?? 0 },
    count: { try Yams.compose(yaml: $0).map(nodes) ?? 0 }
  )
)
