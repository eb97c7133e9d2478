/// A port of the host that opens, closes or moves.
public struct PortChange: Sendable, Hashable, Codable {
  /// What happens to it.
  public enum Kind: String, Sendable, Hashable, CaseIterable, Codable {
    /// It wasn't there before.
    case opened
    /// It isn't there any more.
    case closed
    /// The service is reached at another address or port.
    case moved
    /// It was reached from the host alone, and now from elsewhere.
    case exposed
  }

  /// What happens to it.
  public var kind: Kind
  /// The service behind it.
  public var service: String
  /// How it was published: `8080 → 80`.
  public var old: String?
  /// How it is published now.
  public var new: String?
  /// Whether only the host itself reaches it now.
  public var isLoopback: Bool
  /// Where it stands in the file.
  public var path: YAMLPath

  /// Says what happens to a port of `service`.
  public init(_ kind: Kind, of service: String, old: String?, new: String?, isLoopback: Bool, path: YAMLPath) {
    self.kind = kind
    self.service = service
    self.old = old
    self.new = new
    self.isLoopback = isLoopback
    self.path = path
  }
}

extension PortChange {
  /// What happens, in words: `opens 8080 → 80`.
  public var description: String {
    switch (old, new) {
    case (let old?, let new?): kind == .exposed ? "exposes \(new), which was \(old)" : "moves \(old) to \(new)"
    case (nil, let new?): kind == .exposed ? "exposes \(new)" : "opens \(new)"
    case (let old?, nil): "closes \(old)"
    case (nil, nil): kind.rawValue
    }
  }
}
