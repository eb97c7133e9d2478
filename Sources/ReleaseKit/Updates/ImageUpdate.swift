public import ComposeModel

/// A newer version of a service's image.
public struct ImageUpdate: Sendable, Hashable {
  /// The service.
  public var service: String
  /// Where the image stands in the loaded project: `services.web.image`.
  public var path: YAMLPath
  /// What runs now.
  public var current: ImageReference
  /// What could run, with a digest if the current one has one.
  public var candidate: ImageReference
  /// How far it is.
  public var step: VersionStep
  /// What the project says about every version on the way, the newest first.
  public var notes: [ReleaseNote]

  /// Describes an update.
  public init(
    service: String,
    path: YAMLPath,
    current: ImageReference,
    candidate: ImageReference,
    step: VersionStep,
    notes: [ReleaseNote] = []
  ) {
    self.service = service
    self.path = path
    self.current = current
    self.candidate = candidate
    self.step = step
    self.notes = notes
  }
}

/// A service whose image, or whose next version, isn't proposed.
public struct SkippedUpdate: Sendable, Hashable {
  /// The kind of reason: an open set.
  public struct Code: RawRepresentable, Sendable, Hashable, Codable {
    /// Its stable name.
    public let rawValue: String

    /// Names a reason that may not be one of ours.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// The text isn't the name of an image.
    public static let unreadableImage = Code(rawValue: "unreadable-image")
    /// The catalogue doesn't have the image.
    public static let unknownImage = Code(rawValue: "unknown-image")
    /// The tag follows whatever is newest.
    public static let floatingTag = Code(rawValue: "floating-tag")
    /// The tag isn't a version that can be compared.
    public static let unknownVersion = Code(rawValue: "unknown-version")
    /// A database would have to be migrated by hand.
    public static let databaseMajor = Code(rawValue: "database-major")
    /// The image is pinned, and the catalogue has no digest of the newer tag.
    public static let missingDigest = Code(rawValue: "missing-digest")
  }

  /// The service.
  public var service: String
  /// The image as it is written.
  public var image: String
  /// The kind of reason.
  public var code: Code
  /// The reason in words: one line, lower case, no full stop.
  public var reason: String

  /// Gives a reason.
  public init(service: String, image: String, code: Code, reason: String) {
    self.service = service
    self.image = image
    self.code = code
    self.reason = reason
  }
}

/// What was found for one project.
public struct UpdateReport: Sendable, Hashable {
  /// What is newer, by service; a service may have an update within its major version and one beyond.
  public var updates: [ImageUpdate]
  /// What isn't proposed, and why.
  public var skipped: [SkippedUpdate]

  /// Joins both.
  public init(updates: [ImageUpdate] = [], skipped: [SkippedUpdate] = []) {
    self.updates = updates
    self.skipped = skipped
  }
}
