/// Something that could happen to the data a service keeps.
public struct DataRisk: Sendable, Hashable, Codable {
  /// What could happen: an open set.
  public struct Kind: RawRepresentable, Sendable, Hashable, Codable {
    /// Its stable name.
    public let rawValue: String

    /// Names a kind that may not be one of ours.
    public init(rawValue: String) { self.rawValue = rawValue }
  }

  /// How bad it would be.
  public enum Severity: String, Sendable, Hashable, CaseIterable, Codable {
    /// The data stays, but somebody has to know.
    case caution
    /// A service would start without its data, or couldn't read it.
    case danger
  }

  /// What could happen.
  public var kind: Kind
  /// How bad it would be.
  public var severity: Severity
  /// The service whose data it is.
  public var service: String
  /// What would happen: one line, lower case, no full stop.
  public var message: String
  /// What to do about it, as an imperative.
  public var help: String?
  /// The places that show it in the old version, with a few words each.
  public var oldPlaces: [Place] = []
  /// The places that show it in the new version; the first is the primary one.
  public var newPlaces: [Place] = []

  /// A place and what is to be seen there.
  public struct Place: Sendable, Hashable {
    /// Where it is.
    public var origin: Origin
    /// A few words about it.
    public var text: String

    /// Says `text` about a place.
    public init(_ origin: Origin, _ text: String) {
      self.origin = origin
      self.text = text
    }
  }

  /// Says what could happen to the data of `service`.
  public init(
    _ kind: Kind,
    _ severity: Severity,
    of service: String,
    _ message: String,
    help: String? = nil,
    oldPlaces: [Place] = [],
    newPlaces: [Place] = []
  ) {
    self.kind = kind
    self.severity = severity
    self.service = service
    self.message = message
    self.help = help
    self.oldPlaces = oldPlaces
    self.newPlaces = newPlaces
  }

  private enum CodingKeys: String, CodingKey {
    case kind
    case severity
    case service
    case message
    case help
  }
}

extension DataRisk.Kind {
  /// Nothing uses a named volume any more.
  public static let volumeDropped = DataRisk.Kind(rawValue: "volume-dropped")
  /// A service gets another volume, which doesn't hold what the old one holds.
  public static let volumeRenamed = DataRisk.Kind(rawValue: "volume-renamed")
  /// A volume's driver or its options differ: Docker Compose would empty it to apply them.
  public static let volumeRedefined = DataRisk.Kind(rawValue: "volume-redefined")
  /// A service gets another directory of the host.
  public static let bindMoved = DataRisk.Kind(rawValue: "bind-moved")
  /// A service gets another kind of storage at the same place.
  public static let storageReplaced = DataRisk.Kind(rawValue: "storage-replaced")
  /// A service no longer mounts its data.
  public static let mountDropped = DataRisk.Kind(rawValue: "mount-dropped")
  /// A service mounts its data at another place.
  public static let mountMoved = DataRisk.Kind(rawValue: "mount-moved")
  /// A database keeps its files at another place.
  public static let dataDirectoryMoved = DataRisk.Kind(rawValue: "data-directory-moved")
  /// A database moves to a version that can't read its files as they are.
  public static let databaseMajorUpgrade = DataRisk.Kind(rawValue: "database-major-upgrade")
  /// A database moves to an older version than wrote its files.
  public static let databaseDowngrade = DataRisk.Kind(rawValue: "database-downgrade")
  /// Another database gets the files of this one.
  public static let databaseReplaced = DataRisk.Kind(rawValue: "database-replaced")
  /// A database's image doesn't say which version it is.
  public static let databaseVersionUnknown = DataRisk.Kind(rawValue: "database-version-unknown")
}
