/// What a document's tree has to be once edits are made: the old one, but for these changes.
struct EditExpectation {
  /// One change, by indices of the old tape.
  enum Change {
    /// The node, which reached to `end`, has this value.
    case value(node: Int, end: Int, YAMLValue)
    /// The node is gone; a key takes its value with it.
    case removed(node: Int, end: Int)
    /// The key has this name.
    case renamed(key: Int, String)
    /// The collection has one more entry before that numbered `ordinal`.
    case inserted(into: Int, ordinal: Int, key: String?, YAMLValue)
    /// The entry of the collection that begins with `node` and reached to `end` stands before that numbered `ordinal`.
    case moved(in: Int, node: Int, end: Int, ordinal: Int)
    /// The text that is written line by line has another comment behind its `|` or `>`.
    case commented(text: Int)
    /// A file without documents has a root.
    case newRoot(YAMLValue)
  }

  /// A new entry of a collection.
  struct Insertion {
    let ordinal: Int
    let key: String?
    let value: YAMLValue
    /// The old entry that stands here now; `key` and `value` say nothing then.
    var moved: Int?
  }

  /// The new values, by node.
  private(set) var values: [Int: YAMLValue] = [:]
  /// The keys and items that are gone from their place.
  private(set) var removed: Set<Int> = []
  /// The new names, by key.
  private(set) var names: [Int: String] = [:]
  /// The new entries of each collection, in the order in which they were asked for.
  private(set) var insertions: [Int: [Insertion]] = [:]
  /// The texts, written line by line, whose first line has another comment.
  private(set) var commented: Set<Int> = []
  /// The root that a file without any gets.
  private(set) var newRoot: YAMLValue?

  private var claims: [Claim] = []

  /// Nodes that an edit concerns; alone, unless it only adds to a collection.
  private struct Claim {
    let nodes: Range<Int>
    let isAlone: Bool
    let edit: Edit
  }

  /// Takes in one change.
  mutating func add(_ change: Change, _ edit: Edit) {
    switch change {
    case .value(let node, let end, let value):
      values[node] = value
      claims.append(Claim(nodes: node..<end, isAlone: true, edit: edit))
    case .removed(let node, let end):
      removed.insert(node)
      claims.append(Claim(nodes: node..<end, isAlone: true, edit: edit))
    case .renamed(let key, let name):
      names[key] = name
      claims.append(Claim(nodes: key..<key + 1, isAlone: true, edit: edit))
    case .inserted(let collection, let ordinal, let key, let value):
      insertions[collection, default: []].append(Insertion(ordinal: ordinal, key: key, value: value))
      claims.append(Claim(nodes: collection..<collection + 1, isAlone: false, edit: edit))
    case .moved(let collection, let node, let end, let ordinal):
      removed.insert(node)
      insertions[collection, default: []].append(Insertion(ordinal: ordinal, key: nil, value: .null, moved: node))
      claims.append(Claim(nodes: node..<end, isAlone: true, edit: edit))
      claims.append(Claim(nodes: collection..<collection + 1, isAlone: false, edit: edit))
    case .commented(let text): commented.insert(text)
    case .newRoot(let value):
      newRoot = value
      claims.append(Claim(nodes: 0..<1, isAlone: true, edit: edit))
    }
  }

  /// The first two edits that concern the same nodes.
  var firstConflict: (Edit, Edit)? {
    // Nodes nest or are apart, so that in order of their beginning a conflict is seen against the widest end so far.
    var widest: Claim?
    let sorted = claims.sorted { a, b in
      (a.nodes.lowerBound, -a.nodes.upperBound) < (b.nodes.lowerBound, -b.nodes.upperBound)
    }
    for claim in sorted {
      if let earlier = widest, earlier.nodes.upperBound > claim.nodes.lowerBound, earlier.isAlone || claim.isAlone {
        return (earlier.edit, claim.edit)
      }
      if claim.nodes.upperBound > widest?.nodes.upperBound ?? 0 { widest = claim }
    }
    return nil
  }

  /// Whether anything changes within `nodes`.
  func concerns(_ nodes: Range<Int>) -> Bool { firstConcerned(from: nodes.lowerBound) < nodes.upperBound }

  /// The first node from `index` on that changes; beyond all where there is none.
  func firstConcerned(from index: Int) -> Int {
    let place = touched.firstPlace { $0 >= index }
    return place < touched.count ? touched[place] : Int.max
  }

  /// The nodes that change, in order; filled by ``seal()``.
  private var touched: [Int] = []

  /// Makes ``firstConcerned(from:)`` ready, once all changes are in.
  mutating func seal() {
    touched = (Array(values.keys) + Array(removed) + Array(names.keys) + Array(insertions.keys)).sorted()
  }
}
