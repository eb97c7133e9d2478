import CLibYAMLEvents
import Glibc
import Workload

// The floor: libyaml's event loop, in C, each event thrown away.
exit(
  Measurement.parseProgram(
    prepare: { $0 },
    parse: { bytes in unsafe bytes.withUnsafeBufferPointer { unsafe libyaml_events($0.baseAddress, $0.count) } },
    count: { bytes in unsafe bytes.withUnsafeBufferPointer { unsafe libyaml_nodes($0.baseAddress, $0.count) } }
  )
)
