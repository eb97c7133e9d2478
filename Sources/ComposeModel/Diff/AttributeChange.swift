import OrderedCollections

/// One thing that differs: a scalar, an item of a keyed list, or a list that is replaced whole.
public struct AttributeChange: Sendable, Hashable {
  /// Where it stands, from the project's root: in the new version, or in the old one when it is gone.
  public var path: YAMLPath
  /// What it was.
  public var old: YAMLValue?
  /// What it is.
  public var new: YAMLValue?
  /// Where the old value came from.
  public var oldOrigin: Origin?
  /// Where the new value comes from.
  public var newOrigin: Origin?

  /// Says what was and is at `path`.
  public init(
    _ path: YAMLPath,
    old: YAMLValue?,
    new: YAMLValue?,
    oldOrigin: Origin? = nil,
    newOrigin: Origin? = nil
  ) {
    self.path = path
    self.old = old
    self.new = new
    self.oldOrigin = oldOrigin
    self.newOrigin = newOrigin
  }
}

extension AttributeChange {
  /// What became of it.
  public var kind: DiffKind { old == nil ? .added : new == nil ? .removed : .changed }

  /// The attribute's name within its service or resource: `environment.TZ`, `ports`.
  public var attribute: String {
    let names = path.components.compactMap(\.name)
    return (names.count > 2 ? names[2...] : names[...]).joined(separator: ".")
  }

  /// The change in a line: `image: nginx:1.25 → nginx:1.27`; the values of secrets are never shown.
  public var summary: String {
    switch (shown(old), shown(new)) {
    case (let old?, let new?): "\(attribute): \(old) → \(new)"
    case (nil, let new?): "\(attribute): \(new) added"
    case (let old?, nil): "\(attribute): \(old) removed"
    case (nil, nil): attribute
    }
  }

  private func shown(_ value: YAMLValue?) -> String? { value.map { $0.withoutSecrets(at: path).line(at: path) } }
}

extension AttributeChange: Encodable {
  /// Writes the change without the values of secrets.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(path, forKey: .path)
    try container.encode(summary, forKey: .summary)
    try container.encodeIfPresent(old?.withoutSecrets(at: path), forKey: .old)
    try container.encodeIfPresent(new?.withoutSecrets(at: path), forKey: .new)
    try container.encodeIfPresent(oldOrigin.map(Place.init), forKey: .oldPlace)
    try container.encodeIfPresent(newOrigin.map(Place.init), forKey: .newPlace)
  }

  private enum CodingKeys: String, CodingKey {
    case path
    case summary
    case old
    case new
    case oldPlace
    case newPlace
  }

  private struct Place: Encodable {
    let file: String
    let start: Int
    let end: Int

    init(_ origin: Origin) {
      file = origin.file
      start = origin.bytes.lowerBound
      end = origin.bytes.upperBound
    }
  }
}
