/// Something that stands at a path in a container.
public struct Mount: Sendable, Hashable, Codable {
  /// Where its content comes from.
  public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
    /// A path of the host.
    case bind
    /// A volume of the engine.
    case volume
    /// Memory.
    case tmpfs
    /// A Windows pipe.
    case npipe
    /// A cluster's volume.
    case cluster
    /// Files of an image.
    case image
  }

  /// Where its content comes from.
  public var kind: Kind
  /// The path or the volume's key; nil for an anonymous volume.
  public var source: String?
  /// The path in the container.
  public var target: String
  /// Whether the container can't write to it.
  public var isReadOnly: Bool

  /// Describes a mount.
  public init(kind: Kind, source: String?, target: String, isReadOnly: Bool = false) {
    self.kind = kind
    self.source = source
    self.target = target
    self.isReadOnly = isReadOnly
  }
}

extension Mount {
  /// Reads the short syntax: `[source:]target[:options]`.
  ///
  /// - Throws: ``ValueError`` when `text` isn't a mount.
  public init(parsing text: String) throws(ValueError) {
    self = try Self.short(text).mount
  }

  /// The mount and its options, in the order they are written.
  static func short(_ text: String) throws(ValueError) -> (mount: Mount, options: [String]) {
    func refuse(_ reason: String) -> ValueError { ValueError("`\(text)` isn't a volume mapping: \(reason)") }
    let fields = fields(of: text)
    guard fields.allSatisfy({ !$0.isEmpty }) else { throw refuse("there is nothing between two colons") }
    guard fields.count <= 3 else { throw refuse("it is written `[source:]target[:options]`") }
    guard fields.count > 1 else {
      return (Mount(kind: .volume, source: nil, target: cleaned(text)), [])
    }
    let options = fields.count == 3 ? fields[2].split(separator: ",").map(String.init) : []
    let isReadOnly = options.last { $0 == "ro" || $0 == "rw" } == "ro"
    let kind: Kind = isPath(fields[0]) ? .bind : .volume
    return (Mount(kind: kind, source: fields[0], target: cleaned(fields[1]), isReadOnly: isReadOnly), options)
  }

  /// The parts between colons; a single letter before `:` is a Windows drive and belongs to what follows, and a variable
  /// in braces is one text.
  private static func fields(of text: String) -> [String] {
    var fields: [String] = []
    var field = ""
    var depth = 0
    var previous: Character?
    for character in text {
      if character == "{", previous == "$" { depth += 1 }
      if character == "}", depth > 0 { depth -= 1 }
      if character == ":", depth == 0, !(field.count == 1 && field.first?.isLetter == true) {
        fields.append(field)
        field = ""
      } else {
        field.append(character)
      }
      previous = character
    }
    return fields + [field]
  }

  private static func isPath(_ source: String) -> Bool {
    if source.hasPrefix("\\\\") { return true }
    let isDrive = source.dropFirst().first == ":" && source.first?.isLetter == true
    return isDrive || [".", "/", "~"].contains { source.hasPrefix($0) }
  }

  /// `path` without doubled, dot and climbing parts, as Go's path.Clean makes it.
  static func cleaned(_ path: String) -> String {
    if isClean(path.utf8Span.span) { return path }
    let bytes = Array(path.utf8)
    let isAbsolute = bytes.first == UInt8(ascii: "/")
    var parts: [ArraySlice<UInt8>] = []
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "/")) ?? bytes.count
      let part = bytes[start..<end]
      start = end + 1
      if part.isEmpty || part == [UInt8(ascii: ".")] { continue }
      if part == climb, let last = parts.last, last != climb {
        parts.removeLast()
      } else if part != climb || !isAbsolute {
        parts.append(part)
      }
    }
    let joined = String(decoding: Array(parts.joined(separator: [UInt8(ascii: "/")])), as: UTF8.self)
    return isAbsolute ? "/\(joined)" : joined.isEmpty ? "." : joined
  }

  private static let climb = ArraySlice("..".utf8)

  /// Whether no part of the path is empty or begins with a dot, so that there is nothing to clean.
  private static func isClean(_ path: Span<UInt8>) -> Bool {
    guard !path.isEmpty else { return false }
    var isAtStart = path[0] != UInt8(ascii: "/")
    for index in path.indices {
      let isSlash = path[index] == UInt8(ascii: "/")
      if isAtStart, isSlash || path[index] == UInt8(ascii: ".") { return false }
      isAtStart = isSlash
    }
    return !isAtStart
  }
}

extension Mount: CustomStringConvertible {
  /// The short syntax.
  public var description: String { "\(source.map { "\($0):" } ?? "")\(target)\(isReadOnly ? ":ro" : "")" }
}
