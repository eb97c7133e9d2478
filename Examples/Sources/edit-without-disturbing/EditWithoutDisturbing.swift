import ComposeModel
import SourceDiagnostics

/// The code of the article "Edit a Compose file without disturbing it", run from the first line to the last.
@main
enum EditWithoutDisturbing {
  static let file = """
    # The front door. Keep in step with the certificate job!
    services:
      web:
        image: "nginx:1.25"   # pinned, see the wiki
        restart: always
        ports:
        - 80:80
        - 443:443  # tls
    """

  static func main() throws {
    let bytes = Array(file.utf8)

    // region: open
    let loaded = ComposeDocument.parse(bytes, file: "compose.yaml")
    guard let document = loaded.value else {
      let renderer = DiagnosticRenderer(sources: ["compose.yaml": SourceText(bytes)])
      return print(renderer.render(loaded.diagnostics))
    }
    // endregion

    // region: look
    let image = try YAMLPath(parsing: "services.web.image")
    if let node = document.node(at: image) {
      print("\(node.text ?? "") stands at \(node.position.line):\(node.position.column)")
    }
    // endregion

    // region: edit
    let ports = YAMLPath(keys: "services", "web", "ports")
    let edited = try document.applying([
      .set(image, "nginx:1.27"),
      .append(ports, "8443:8443"),
      .insert(YAMLPath(keys: "services", "web", "init"), true, at: .after("image")),
    ])
    print(String(decoding: edited.bytes, as: UTF8.self))
    // endregion

    // region: compare
    for change in DocumentDiff(from: document, to: edited).semanticChanges {
      print("\(change.kind.rawValue) \(change.path)")
    }
    // endregion

    // region: refuse
    do throws(EditRefusal) {
      _ = try document.applying([.remove(YAMLPath(keys: "services", "web", "imag"))])
    } catch {
      let renderer = DiagnosticRenderer(sources: ["compose.yaml": SourceText(bytes)])
      print(renderer.render([error.diagnostic]))
    }
    // endregion
  }
}
