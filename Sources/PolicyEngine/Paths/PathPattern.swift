/// Which paths of a repository are meant: `media/**`, `*/compose.yaml`, `.woodpecker*`.
///
/// `*` and `?` stand for any characters of one component, `**` for any number of whole components, none included; all
/// else stands for itself. So `media/**` means the directory `media` and everything in it.
public struct PathPattern: Sendable, Hashable {
  /// The pattern as it was written.
  public let text: String
  private let components: [[Unicode.Scalar]]

  /// Reads a pattern; a slash at its beginning or end means nothing.
  public init(_ text: String) {
    self.text = text
    components = text.unicodeScalars.split { $0 == "/" }.map(Array.init)
  }

  /// Whether `path` is meant.
  ///
  /// - Complexity: O(*n* · *m*) in the lengths of path and pattern.
  public func matches(_ path: String) -> Bool {
    let path = path.unicodeScalars.split { $0 == "/" }.map(Array.init)
    return Self.walk(components, path) { pattern, name in Self.spell(pattern, name) { $0 == $1 } }
  }

  /// Whether `path`, or a directory it is in, is meant or could be taken for one that is: in another case, or with
  /// characters that look alike, that can't be seen, or that some file systems drop.
  ///
  /// - Complexity: as ``matches(_:)``.
  public func guards(_ path: String) -> Bool {
    let path = path.unicodeScalars.split { $0 == "/" || $0 == "\\" }.map(Self.folded)
    return Self.walk(components.map(Self.folded) + [["*", "*"]], path, like: Self.isLookAlike)
  }
}

extension PathPattern: CustomStringConvertible, Codable {
  /// The pattern as it was written.
  public var description: String { text }

  /// Reads the pattern's text.
  public init(from decoder: any Decoder) throws {
    self.init(try decoder.singleValueContainer().decode(String.self))
  }

  /// Writes the pattern's text.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }
}

extension PathPattern {
  /// Matches whole components, with `**` for any number of them.
  private static func walk(
    _ pattern: [[Unicode.Scalar]],
    _ path: [[Unicode.Scalar]],
    like: ([Unicode.Scalar], [Unicode.Scalar]) -> Bool
  ) -> Bool {
    isMatch(pattern, path, isStar: { $0 == ["*", "*"] }, like: like)
  }

  /// Matches one component, with `*` for any characters and `?` for any one.
  private static func spell(
    _ pattern: [Unicode.Scalar],
    _ name: [Unicode.Scalar],
    like: (Unicode.Scalar, Unicode.Scalar) -> Bool
  ) -> Bool {
    isMatch(pattern, name, isStar: { $0 == "*" }, like: { $0 == "?" || like($0, $1) })
  }

  /// A scalar outside ASCII may look like any other; a name mostly of such scalars looks like nothing of ours.
  private static func isLookAlike(_ pattern: [Unicode.Scalar], _ name: [Unicode.Scalar]) -> Bool {
    if spell(pattern, name, like: ==) { return true }
    guard name.count(where: \.isASCII) * 2 >= name.count else { return false }
    return spell(pattern, name) { $0 == $1 || !$1.isASCII }
  }

  /// The component as a forgiving file system sees it.
  private static func folded(_ component: some Sequence<Unicode.Scalar>) -> [Unicode.Scalar] {
    var scalars = component.flatMap { scalar -> [Unicode.Scalar] in
      let properties = scalar.properties
      if properties.isDefaultIgnorableCodePoint || properties.generalCategory == .nonspacingMark { return [] }
      return scalar.isASCII || !properties.changesWhenLowercased
        ? [scalar.lowercased] : Array(properties.lowercaseMapping.unicodeScalars)
    }
    while let last = scalars.last, last == "." || last == " ", scalars.count > 1 { scalars.removeLast() }
    return scalars
  }

  /// Whether `pattern` covers all of `subject`, where a star covers any run of it.
  private static func isMatch<Part, Item>(
    _ pattern: [Part],
    _ subject: [Item],
    isStar: (Part) -> Bool,
    like: (Part, Item) -> Bool
  ) -> Bool {
    var (at, position) = (0, 0)
    var star: (at: Int, position: Int)?
    while position < subject.count {
      if at < pattern.count, isStar(pattern[at]) {
        star = (at, position)
        at += 1
      } else if at < pattern.count, like(pattern[at], subject[position]) {
        at += 1
        position += 1
      } else if let last = star {
        star = (last.at, last.position + 1)
        (at, position) = (last.at + 1, last.position + 1)
      } else {
        return false
      }
    }
    return pattern[at...].allSatisfy(isStar)
  }
}

extension Unicode.Scalar {
  /// The small letter of an ASCII capital.
  fileprivate var lowercased: Unicode.Scalar {
    ("A"..."Z").contains(self) ? Unicode.Scalar(UInt8(value) + 32) : self
  }
}
