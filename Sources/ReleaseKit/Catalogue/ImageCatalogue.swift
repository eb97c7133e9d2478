public import ComposeModel
public import SourceDiagnostics

/// What images exist: their tags, digests and release notes, from files and without a network.
///
/// ```yaml
/// images:
///   nextcloud:
///     tags:
///       - tag: 30.0.4-apache
///         released: 2024-12-12
///         digest: sha256:7f5a…
///     notes:
///       - version: 30.0.4
///         breaking: [what no longer works]
///         actions: [what a person has to do]
///         security: [what is closed]
///         text: what is new
/// ```
public struct ImageCatalogue: Sendable, Hashable {
  /// The images by `ImageReference/normalizedName`.
  public var images: [String: CataloguedImage]

  /// Holds `images`.
  public init(_ images: [String: CataloguedImage] = [:]) { self.images = images }

  /// What is known of the image that `reference` names.
  public subscript(reference: ImageReference) -> CataloguedImage? { images[reference.normalizedName] }
}

extension ImageCatalogue {
  /// Reads every YAML file of a directory; files about the same image add to each other.
  ///
  /// - Throws: What the tree throws when it can't be read.
  public static func load(
    from tree: some FileTree,
    in directory: RepositoryPath
  ) throws -> Loaded<ImageCatalogue> {
    var files: [(name: String, bytes: [UInt8])] = []
    for entry in try tree.entries(in: directory).prefix(Self.maximumFiles) where entry.isCatalogueFile {
      let path = try directory.appending(entry.name)
      if let bytes = try tree.read(path) { files.append((path.string, bytes)) }
    }
    return load(files)
  }

  /// Reads catalogue files; an image may stand in several.
  ///
  /// - Parameter files: What they are called in diagnostics, and what they hold.
  /// - Returns: What could be understood, and what is wrong with the rest.
  public static func load(_ files: [(name: String, bytes: [UInt8])]) -> Loaded<ImageCatalogue> {
    var catalogue = ImageCatalogue()
    var diagnostics: [Diagnostic] = []
    for file in files.prefix(maximumFiles) {
      let document = ComposeDocument.parse(file.bytes, file: file.name)
      var reader = CatalogueReader(file: file.name, catalogue: catalogue)
      for root in document.value?.roots ?? [] { reader.read(root) }
      catalogue = reader.catalogue
      diagnostics += document.diagnostics + reader.diagnostics
    }
    return Loaded(catalogue, diagnostics)
  }

  private static let maximumFiles = 1_000
}

extension FileTreeEntry {
  fileprivate var isCatalogueFile: Bool {
    (kind == .file || kind == .executable) && (name.hasSuffix(".yaml") || name.hasSuffix(".yml"))
  }
}
