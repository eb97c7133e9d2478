import ComposeModel
import Workload

/// One edit and its bytes, beside a parse of the same files.
enum Saving {
  static func measure(_ files: [[UInt8]], _ passes: Int) {
    let documents = files.compactMap { parsed($0) }
    let edits = documents.compactMap(edit)
    guard edits.count == files.count else { return print("a file has no service") }
    var size = 0
    var parsing: [Int] = []
    var saving: [Int] = []
    for pass in 0...passes {
      let parse = Measurement.time {
        for file in files { size += parsed(file)?.bytes.count ?? 0 }
      }
      let save = Measurement.time {
        for (document, edit) in zip(documents, edits) { size += (try? document.applying([edit]))?.bytes.count ?? 0 }
      }
      // The first pass is for the caches.
      guard pass > 0 else { continue }
      parsing.append(parse)
      saving.append(save)
    }
    print(parsing.median, saving.median, size > 0 ? "" : "nothing was read")
  }

  /// Another image for the service in the middle.
  private static func edit(_ document: ComposeDocument) -> Edit? {
    guard let services = document.root?["services"]?.pairs, !services.isEmpty else { return nil }
    guard let name = services[services.count / 2].key.text else { return nil }
    return .set(YAMLPath(keys: "services", name, "image"), "registry.example.org/edited:2.0.1")
  }
}
