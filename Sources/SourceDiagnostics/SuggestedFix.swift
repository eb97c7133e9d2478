/// An edit that would make a diagnostic go away.
public struct SuggestedFix: Sendable, Hashable {
  /// Whether a person has to think about it.
  public enum Applicability: String, Sendable, Hashable, Codable {
    /// It changes nothing but what the diagnostic is about.
    case safe
    /// It is likely right, but may not be what is wanted.
    case needsALook = "needs a look"
  }

  /// New text for some bytes of a file.
  public struct Replacement: Sendable, Hashable {
    /// The file, relative to the tree's root.
    public var file: String
    /// The bytes that go.
    public var bytes: Range<Int>
    /// What stands there instead.
    public var text: String

    /// Puts `text` in the place of `bytes` of `file`.
    public init(_ file: String, _ bytes: Range<Int>, _ text: String) {
      self.file = file
      self.bytes = bytes
      self.text = text
    }
  }

  /// What it does, as an imperative.
  public var title: String
  /// The new texts; none overlap.
  public var replacements: [Replacement]
  /// Whether a person has to think about it.
  public var applicability: Applicability

  /// Offers `replacements` under `title`.
  public init(_ title: String, _ replacements: [Replacement], _ applicability: Applicability) {
    self.title = title
    self.replacements = replacements
    self.applicability = applicability
  }
}
