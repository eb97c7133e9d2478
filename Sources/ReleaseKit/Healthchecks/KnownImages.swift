import ComposeModel

/// Our table of images.
enum KnownImages {
  /// All rows.
  static let all = databases + proxies + monitoring + media + office + house

  /// The rows by `ImageReference/normalizedName`.
  static let byName: [String: KnownImage] = Dictionary(
    all.flatMap { image in
      image.names.compactMap { try? ImageReference(parsing: $0) }.map { ($0.normalizedName, image) }
    },
    uniquingKeysWith: { first, _ in first }
  )
}
