import ComposeModel
import Glibc
import SourceDiagnostics
import Workload

/// Measures one thing about ComposeModel and prints it as numbers, for `Scripts/bench`.
@main enum MeasureComposeModel {
  private static let help = """
    usage: measure-compose-model WHAT …

      PACK PASSES               bytes, nodes, nanoseconds: parses all files
      save PACK PASSES          nanoseconds to parse, and to save after one edit of each file
      diff OLD NEW PASSES       nanoseconds, files that differ, changes: compares two trees, parsing included
      memory FILE               bytes of the file, bytes of memory that opening it takes
      linear PASSES MOST-BYTES  bytes, nanoseconds: a line for each size from 1 KB on
      cores PACK PASSES         cores, nanoseconds: a line for each number of cores
      load PACK PASSES          bytes, nanoseconds to load and print each file as a stack, nanoseconds to load them on
                                all cores
    """

  static func main() async {
    let arguments = Array(CommandLine.arguments.dropFirst())
    let passes = arguments.last.flatMap { Int($0) } ?? 1
    let packs = arguments.dropFirst().prefix(2).compactMap { Pack.files(at: $0) }
    switch (arguments.first, arguments.count) {
    case ("save", 3) where packs.count == 1: Saving.measure(packs[0], passes)
    case ("diff", 4) where packs.count == 2: Comparing.measure(packs[0], packs[1], passes)
    case ("memory", 2): Memory.measure(arguments[1])
    case ("linear", 3): Linearity.measure(Int(arguments[1]) ?? 1, most: passes)
    case ("load", 3) where packs.count == 1: await Loading.measure(packs[0], passes)
    case ("cores", 3) where packs.count == 1: await Cores.measure(packs[0], passes)
    case (_, 2): exit(parse())
    default:
      print(help)
      exit(2)
    }
  }

  /// To a lossless document with the place of every node, all diagnostics included.
  private static func parse() -> Int32 {
    Measurement.parseProgram(
      prepare: { $0 },
      parse: { parsed($0)?.bytes.count ?? .min },
      count: { parsed($0)?.roots.reduce(0) { $0 + nodes($1) } ?? 0 }
    )
  }

  private static func nodes(_ node: YAMLNode) -> Int {
    node.items.reduce(1) { $0 + nodes($1) } + node.pairs.reduce(0) { $0 + nodes($1.key) + nodes($1.value) }
  }
}

/// What `bytes` are, as a document.
func parsed(_ bytes: [UInt8], limits: YAMLLimits = .standard) -> ComposeDocument? {
  ComposeDocument.parse(bytes, file: "compose.yaml", limits: limits).value
}
