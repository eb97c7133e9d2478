/// A stable name such as `compose/unknown-key`: an area, a slash and a few words.
///
/// `longshore explain CODE` prints what it means. A module declares its codes as static members of this type, as literals,
/// so that a test can find each of them.
public struct DiagnosticCode: RawRepresentable, Sendable, Hashable, Codable, ExpressibleByStringLiteral {
  /// The name as people read and type it.
  public let rawValue: String

  /// Names a code that may not be one of ours, as read from a file or a command line.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// Declares a code.
  public init(stringLiteral value: String) { self.init(rawValue: value) }

  /// The part before the slash.
  public var area: Substring { rawValue.prefix { $0 != "/" } }
}

extension DiagnosticCode: CustomStringConvertible {
  /// The name itself.
  public var description: String { rawValue }
}
