import Glibc
import Workload

// Writes the workloads, so that programs in any language read the same bytes.
let help = """
  usage: generate tree FOLDER | big FILE | pack-tree FILE | pack-big FILE   [COUNT] [--files SHARE | --values SHARE]

    tree FOLDER     5000 (or COUNT) small Compose files, FOLDER/00000.yaml and on
    big FILE        one file of 20000 (or COUNT) services
    pack-…          the same as one pack: number and sizes in 32 bits each, lowest byte first, then the files
    --files SHARE   another value in this share of the files (0.01)
    --values SHARE  another value for this share of all values
  """

func fail(_ text: String) -> Never {
  print(text)
  exit(2)
}

var words = Array(CommandLine.arguments.dropFirst())
var change = Workload.Change.none
if words.count >= 2, let share = Double(words[words.count - 1]) {
  switch words[words.count - 2] {
  case "--files": change = .files(share)
  case "--values": change = .values(share)
  default: break
  }
  if case .none = change {} else { words.removeLast(2) }
}
guard words.count == 2 || words.count == 3 && Int(words[2]) != nil else { fail(help) }
let path = words[1]
let count = words.count == 3 ? Int(words[2]) : nil

var files: [(path: String, bytes: [UInt8])] = []
switch words[0] {
case "tree":
  unsafe mkdir(path, 0o777)
  for (number, bytes) in Workload.tree(files: count ?? 5_000, change: change).enumerated() {
    files.append((path + "/" + String(String(100_000 + number).dropFirst()) + ".yaml", bytes))
  }
case "big": files = [(path, Workload.big(services: count ?? 20_000, change: change))]
case "pack-tree": files = [(path, Pack.bytes(of: Workload.tree(files: count ?? 5_000, change: change)))]
case "pack-big": files = [(path, Pack.bytes(of: [Workload.big(services: count ?? 20_000, change: change)]))]
default: fail(help)
}
for file in files where !Disk.write(file.bytes, to: file.path) { fail("can't write \(file.path)") }
