import ComposeModel
import SourceDiagnostics

/// Reads one catalogue file into the catalogue.
struct CatalogueReader {
  let file: String
  var catalogue: ImageCatalogue
  var diagnostics: [Diagnostic] = []

  init(file: String, catalogue: ImageCatalogue) {
    self.file = file
    self.catalogue = catalogue
  }

  mutating func read(_ root: YAMLNode) {
    for (key, value) in pairs(of: root, in: "a catalogue", named: ["images"]) where key.resolved.text == "images" {
      for (name, image) in pairs(of: value, in: "images") { read(image, named: name) }
    }
  }

  private mutating func read(_ node: YAMLNode, named key: YAMLNode) {
    let text = key.resolved.text ?? ""
    guard let name = try? ImageReference(parsing: text), name.tag == nil, name.digest == nil else {
      let help = "write the name alone, such as `nginx` or `ghcr.io/owner/name`"
      return report(.unknownImageName, "\(quoted(text)) is not the name of an image", at: key, help: help)
    }
    var image = catalogue.images[name.normalizedName] ?? CataloguedImage()
    for (key, value) in pairs(of: node, in: "an image", named: ["tags", "notes"]) {
      switch key.resolved.text {
      case "tags": for item in items(of: value, in: "tags") { add(item, to: &image) }
      default: image.notes += items(of: value, in: "notes").compactMap { note($0) }
      }
    }
    catalogue.images[name.normalizedName] = image
  }

  private mutating func add(_ node: YAMLNode, to image: inout CataloguedImage) {
    guard let tag = tag(node) else { return }
    if let first = image.tag(named: tag.name) {
      report(
        .duplicateTag,
        "the tag \(quoted(tag.name)) is listed twice",
        at: tag.place,
        and: [Diagnostic.Label(first.place.file, first.place.bytes, "listed before")],
        help: "keep one of the two"
      )
    } else {
      image.tags.append(tag)
    }
  }

  private mutating func tag(_ node: YAMLNode) -> CataloguedTag? {
    var (name, digest, released) = (YAMLNode?.none, String?.none, String?.none)
    for (key, value) in pairs(of: node, in: "a tag", named: ["tag", "digest", "released"]) {
      switch key.resolved.text {
      case "tag": name = value
      case "digest": digest = self.digest(value)
      default: released = day(value)
      }
    }
    guard let name, let text = self.text(of: name, in: "tag") else {
      if name == nil { report(.unexpectedShape, "a tag has no name", at: node, help: "add `tag: NAME`") }
      return nil
    }
    guard (try? ImageReference(parsing: "image:\(text)"))?.tag == text else {
      let help = "use letters, digits, `.`, `_` and `-`, at most 128 of them"
      report(.unknownTag, "\(quoted(text)) can't be a tag", at: name, help: help)
      return nil
    }
    return CataloguedTag(text, digest: digest, released: released, place: Diagnostic.Label(file, name.bytes))
  }

  private mutating func digest(_ node: YAMLNode) -> String? {
    guard let text = text(of: node, in: "digest") else { return nil }
    if (try? ImageReference(parsing: "image@\(text)"))?.digest == text { return text }
    report(.unknownDigest, "\(quoted(text)) is not a digest", at: node, help: "write `sha256:` and 64 hex digits")
    return nil
  }

  private mutating func day(_ node: YAMLNode) -> String? {
    guard let text = text(of: node, in: "released") else { return nil }
    let bytes = Array(text.utf8)
    let isDay =
      bytes.count == 10 && bytes.indices.allSatisfy { $0 == 4 || $0 == 7 ? bytes[$0] == 0x2D : bytes[$0].isDigit }
    if isDay { return text }
    report(.unknownDay, "\(quoted(text)) is not a day", at: node, help: "write the day as 2027-01-31")
    return nil
  }

  private mutating func note(_ node: YAMLNode) -> ReleaseNote? {
    var note = (version: YAMLNode?.none, text: UntrustedText(""), lists: [String: [UntrustedText]]())
    for (key, value) in pairs(of: node, in: "a note", named: ["version", "text", "breaking", "actions", "security"]) {
      switch key.resolved.text {
      case "version": note.version = value
      case "text": note.text = UntrustedText(text(of: value, in: "text") ?? "")
      default:
        let name = key.resolved.text ?? ""
        note.lists[name] = items(of: value, in: name).compactMap { text(of: $0, in: name) }.map { UntrustedText($0) }
      }
    }
    guard let node = note.version, let text = text(of: node, in: "version") else {
      report(.unexpectedShape, "a note has no version", at: node, help: "add `version: NUMBERS`")
      return nil
    }
    guard let version = TagVersion(text) else {
      report(.unknownVersion, "\(quoted(text)) is not a version", at: node, help: "write numbers, such as 1.27.3")
      return nil
    }
    return ReleaseNote(
      version,
      note.text,
      breaking: note.lists["breaking"] ?? [],
      actions: note.lists["actions"] ?? [],
      security: note.lists["security"] ?? []
    )
  }
}
