internal import OrderedCollections

extension YAMLValue {
  /// How much text and how many nested values it holds; nil beyond `bytes` or `depth`.
  ///
  /// - Complexity: O(*n*), never more than in proportion to `bytes`.
  func size(upTo bytes: Int, depth: Int) -> Int? {
    guard depth >= 0 else { return nil }
    var total = 4
    func add(_ size: Int?) -> Bool {
      guard let size else { return false }
      total += size
      return total <= bytes
    }
    switch self {
    case .null, .bool, .int, .float: break
    case .string(let text): guard add(text.utf8.count) else { return nil }
    case .sequence(let items):
      for item in items { guard add(item.size(upTo: bytes - total, depth: depth - 1)) else { return nil } }
    case .mapping(let pairs):
      for (key, value) in pairs {
        guard add(key.utf8.count), add(value.size(upTo: bytes - total, depth: depth - 1)) else { return nil }
      }
    }
    return total <= bytes ? total : nil
  }
}
