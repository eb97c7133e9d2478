import OrderedCollections

/// A name in the old version and what became of it in the new one.
struct NamePair {
  let oldName: String?
  let newName: String?
  let kind: DiffKind

  /// The name to speak of it by.
  var name: String { newName ?? oldName ?? "" }
  /// The old name, where it is another.
  var renamedFrom: String? { kind == .renamed ? oldName : nil }
}

extension Sides {
  /// What became of each name under a top-level key, unchanged ones left out: changed and added ones in the order of the
  /// new version, then those that are gone.
  func pairs(in section: String) -> [NamePair] {
    let (olds, news) = self.section(section)
    let renames = section == "services" ? renamedServices : Self.renames(in: section, old, new)
    let kept = news.compactMap { name, value -> NamePair? in
      if let old = olds[name] {
        return old.isSame(as: value) ? nil : NamePair(oldName: name, newName: name, kind: .changed)
      }
      if let oldName = renames[name] { return NamePair(oldName: oldName, newName: name, kind: .renamed) }
      return NamePair(oldName: nil, newName: name, kind: .added)
    }
    let renamed = Set(renames.values)
    let removed = olds.keys.filter { news[$0] == nil && !renamed.contains($0) }
    return kept + removed.map { NamePair(oldName: $0, newName: nil, kind: .removed) }
  }

  /// New names, each with the old one, where one is gone and the other is new and both hold the same.
  static func renames(in section: String, _ old: ComposeProject?, _ new: ComposeProject?) -> [String: String] {
    let olds = self.section(section, of: old)
    let news = self.section(section, of: new)
    var gone: [Int: [String]] = [:]
    for (name, value) in olds.reversed() where news[name] == nil {
      gone[comparable(value, named: name, of: old).meaningHash, default: []].append(name)
    }
    if gone.isEmpty { return [:] }
    var renames: [String: String] = [:]
    for (name, value) in news where olds[name] == nil {
      let value = comparable(value, named: name, of: new)
      guard let candidate = gone[value.meaningHash]?.last, let before = olds[candidate] else { continue }
      guard comparable(before, named: candidate, of: old).isSame(as: value) else { continue }
      gone[value.meaningHash]?.removeLast()
      renames[name] = candidate
    }
    return renames
  }

  /// The value without the name that Docker Compose makes of the project's name and the key.
  static func comparable(_ value: YAMLValue, named key: String, of project: ComposeProject?) -> YAMLValue {
    guard let project, value.at("name")?.word == "\(project.name)_\(key)" else { return value }
    return .mapping(value.pairs.filter { $0.key != "name" })
  }

  /// Whether a volume or network has the same settings in both versions.
  func isSame(_ before: YAMLValue, _ after: YAMLValue, named key: String) -> Bool {
    Self.comparable(before, named: key, of: old).isSame(as: Self.comparable(after, named: key, of: new))
  }
}
