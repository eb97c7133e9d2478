import SourceDiagnostics

extension DiagnosticCode {
  /// A key that a catalogue file doesn't have.
  static let unknownCatalogueKey: DiagnosticCode = "catalogue/unknown-key"
  /// Something of another shape than its key needs.
  static let unexpectedShape: DiagnosticCode = "catalogue/unexpected-shape"
  /// A name that can't be an image's.
  static let unknownImageName: DiagnosticCode = "catalogue/unknown-image-name"
  /// A text that no registry accepts as a tag.
  static let unknownTag: DiagnosticCode = "catalogue/unknown-tag"
  /// A tag of an image that stands in the catalogue twice.
  static let duplicateTag: DiagnosticCode = "catalogue/duplicate-tag"
  /// A text that isn't a digest.
  static let unknownDigest: DiagnosticCode = "catalogue/unknown-digest"
  /// A release day that isn't written as a day.
  static let unknownDay: DiagnosticCode = "catalogue/unknown-day"
  /// A note about something that isn't a version.
  static let unknownVersion: DiagnosticCode = "catalogue/unknown-version"
}
