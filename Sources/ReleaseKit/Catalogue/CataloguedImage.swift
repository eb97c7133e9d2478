public import SourceDiagnostics

/// What the catalogue knows about one image.
public struct CataloguedImage: Sendable, Hashable {
  /// The tags, in the order in which they were listed.
  public var tags: [CataloguedTag]
  /// The release notes, in the order in which they were listed.
  public var notes: [ReleaseNote]

  /// Joins tags and notes.
  public init(tags: [CataloguedTag] = [], notes: [ReleaseNote] = []) {
    self.tags = tags
    self.notes = notes
  }

  /// The tag of that name.
  public func tag(named name: String) -> CataloguedTag? { tags.first { $0.name == name } }

  /// What the project says about every version after `current` up to `newer`, the newest first.
  public func notes(from current: TagVersion, to newer: TagVersion) -> [ReleaseNote] {
    notes.filter { current.reaches($0.version, onTheWayTo: newer) }.sorted { $0.version > $1.version }
  }
}

/// A tag that a registry offers.
public struct CataloguedTag: Sendable, Hashable {
  /// The tag.
  public var name: String
  /// The digest it stands for, as `sha256:…`.
  public var digest: String?
  /// The day of its release, as `2027-01-31`.
  public var released: String?
  /// Where the catalogue says so.
  public var place: Diagnostic.Label

  /// Describes a tag.
  public init(_ name: String, digest: String? = nil, released: String? = nil, place: Diagnostic.Label) {
    self.name = name
    self.digest = digest
    self.released = released
    self.place = place
  }
}
