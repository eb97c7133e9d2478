extension String {
  /// A path of the host without `.`, `..` and doubled slashes; one that isn't absolute begins with `./`.
  package var cleanedPath: String {
    var parts: [Substring] = []
    for part in split(separator: "/") where part != "." {
      if part == "..", let last = parts.last, last != ".." {
        parts.removeLast()
      } else if part != ".." || !hasPrefix("/") {
        parts.append(part)
      }
    }
    let isHome = hasPrefix("~")
    return (hasPrefix("/") ? "/" : isHome || parts.first == ".." ? "" : "./") + parts.joined(separator: "/")
  }
}
