import OrderedCollections

/// The long form of what may be written short.
enum CanonicalForm {
  /// `[KEY=value]` as a mapping; a name alone has no value.
  static func byKey(_ value: SourcedValue) -> SourcedValue {
    guard value.isSequence else { return value }
    var pairs: OrderedDictionary<String, SourcedValue> = [:]
    for item in value.items {
      guard let text = item.text else { continue }
      let sign = text.utf8.firstIndex(of: UInt8(ascii: "="))
      var entry = item
      entry.key = item.origin
      entry.content = sign.map { .scalar(.string(String(text[text.utf8.index(after: $0)...]))) } ?? .scalar(.null)
      pairs[String(text[..<(sign ?? text.endIndex)])] = entry
    }
    return SourcedValue(pairs, like: value)
  }

  /// `[name]` as a mapping of names to nothing.
  static func byName(_ value: SourcedValue) -> SourcedValue {
    guard value.isSequence else { return value }
    var pairs: OrderedDictionary<String, SourcedValue> = [:]
    for item in value.items {
      guard let name = item.text else { continue }
      var entry = item
      entry.key = item.origin
      entry.content = .scalar(.null)
      pairs[name] = entry
    }
    return SourcedValue(pairs, like: value)
  }

  /// One text as a list of one.
  static func list(_ value: SourcedValue) -> SourcedValue {
    guard value.text != nil else { return value }
    var item = value
    item.key = nil
    return SourcedValue(.sequence([item]), value.origin, key: value.key)
  }

  /// A build's context as a mapping.
  static func build(_ value: SourcedValue) -> SourcedValue {
    guard let context = value.text else { return value }
    return SourcedValue(["context": SourcedValue(context, like: value)], like: value)
  }

  /// A mapping of names to one or more values as a sorted list of `name=value`.
  static func pairs(_ value: SourcedValue) -> SourcedValue {
    guard value.isMapping else { return value }
    let items = value.pairs.flatMap { name, entry in
      list(entry).items.map { SourcedValue("\(name)=\($0.text ?? "")", like: SourcedValue(.scalar(.null), $0.origin)) }
    }
    return SourcedValue(.sequence(items.sorted { ($0.text ?? "") < ($1.text ?? "") }), value.origin, key: value.key)
  }

  /// Items told apart by `name`, the last of each kept at the first's place.
  static func unique(_ items: [SourcedValue], by name: (SourcedValue) -> String) -> [SourcedValue] {
    var kept: OrderedDictionary<String, SourcedValue> = [:]
    for item in items { kept[name(item)] = item }
    return Array(kept.values)
  }
}
