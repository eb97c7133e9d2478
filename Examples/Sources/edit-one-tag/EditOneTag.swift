import ComposeModel
import SourceDiagnostics

/// Changes the image tag of one service and shows that nothing else changed.
@main
enum EditOneTag {
  static let file = """
    # The front door. Keep in step with the certificate job!
    services:
      web:
        image: "nginx:1.25"   # pinned, see the wiki
        ports: ["443:443"]

    """

  static func main() throws {
    let loaded = ComposeDocument.parse(Array(file.utf8), file: "compose.yaml")
    guard let document = loaded.value else {
      let renderer = DiagnosticRenderer(sources: ["compose.yaml": SourceText(file)])
      return print(renderer.render(loaded.diagnostics))
    }

    // region: edit
    let image = YAMLPath([.key("services"), .key("web"), .key("image")])
    let edited = try document.applying([.set(image, .string("nginx:1.27"))])
    // endregion

    print(String(decoding: edited.bytes, as: UTF8.self))
    let changed = zip(document.bytes, edited.bytes).filter { $0 != $1 }
    print("\(changed.count) byte differs of \(document.bytes.count)")
  }
}
