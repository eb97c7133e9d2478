/// A database as an image names it.
struct DatabaseImage {
  /// The database.
  let family: DatabaseFamily
  /// The format of its files, such as 15 or 10.6; nil where the tag doesn't say.
  let series: [Int]?
  /// The image as it was written.
  let text: String

  /// Recognises a database by its image; nil when it is none that we know.
  init?(_ image: String) {
    let (name, tag) = Self.split(image)
    guard let (family, reading) = DatabaseFamily.byImage[name] ?? DatabaseFamily.byImage[Self.withoutRegistry(name)]
    else { return nil }
    self.family = family
    text = image
    series = tag.flatMap { Self.series(of: $0, family, reading) }
  }

  /// The format in words: `15`, `10.6`.
  var version: String { series?.map(String.init).joined(separator: ".") ?? "" }

  /// How many formats lie between two of a database that counts them one by one; nil where it doesn't.
  func steps(to other: DatabaseImage) -> Int? {
    guard let own = series, let others = other.series, family.parts == 1 else { return nil }
    if own.count == 1, others.count == 1 { return others[0] - own[0] }
    return own.count == 2 && others.count == 1 && others[0] == family.twoPartsBelow && own[0] == others[0] - 1 ? 1 : nil
  }

  /// The name without Docker Hub's addresses, and the tag.
  private static func split(_ image: String) -> (name: String, tag: String?) {
    let whole = image.prefix { $0 != "@" }
    let path = whole.lastIndex(of: "/").map { whole[whole.index(after: $0)...] } ?? whole
    let colon = path.firstIndex(of: ":")
    var name = colon.map { whole[..<$0] } ?? whole
    for prefix in ["docker.io/", "index.docker.io/", "registry-1.docker.io/", "library/"] where name.hasPrefix(prefix) {
      name = name.dropFirst(prefix.count)
    }
    return (String(name), colon.map { String(whole[whole.index(after: $0)...]) })
  }

  /// The name as it would be on Docker Hub, for a mirror in somebody's own registry.
  private static func withoutRegistry(_ name: String) -> String {
    let parts = name.split(separator: "/", maxSplits: 1)
    guard parts.count == 2, parts[0] == "localhost" || parts[0].contains(where: { $0 == "." || $0 == ":" }) else {
      return name
    }
    return String(parts[1].hasPrefix("library/") ? parts[1].dropFirst("library/".count) : parts[1])
  }

  private static func series(of tag: String, _ family: DatabaseFamily, _ reading: DatabaseFamily.TagReading) -> [Int]? {
    var text = Substring(tag)
    if reading == .afterPG {
      guard let mark = tag.firstRange(of: "pg") else { return nil }
      text = tag[mark.upperBound...]
    } else if text.hasPrefix("v") {
      text = text.dropFirst()
    }
    let numbers = text.prefix { $0.isASCII && $0.isNumber || $0 == "." }.split(separator: ".").prefix(3).map { Int($0) }
    guard let first = numbers.first, let major = first, numbers.allSatisfy({ $0 != nil }) else { return nil }
    let count = major < family.twoPartsBelow ? family.parts + 1 : family.parts
    return numbers.count < count ? nil : numbers.prefix(count).compactMap { $0 }
  }
}
