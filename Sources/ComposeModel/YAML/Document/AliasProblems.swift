internal import SourceDiagnostics

extension DocumentStorage {
  /// Why the aliases can't be followed: one stands for something that holds it, or they stand for too much.
  ///
  /// After this, reading through aliases ends and stays within the limits.
  var aliasProblems: [Diagnostic] {
    guard tape.entries.contains(where: { $0.kind == .alias }) else { return [] }
    var sizes = [Int](repeating: 1, count: tape.entries.count)
    var depths = [Int](repeating: 1, count: tape.entries.count)
    var aliased = 0
    // What a node holds is known before the node, and an alias's target before the alias, unless it holds the alias.
    for index in closingOrder {
      let entry = tape.entries[index]
      if let target = tape.target(of: index) {
        guard tape.next(after: target) <= index else { return [loop(from: index, to: target)] }
        sizes[index] += sizes[target]
        depths[index] = depths[target]
        aliased += sizes[target]
        guard aliased <= limits.aliasedNodes else { return [expansion(at: index)] }
      } else if entry.kind != .scalar {
        for child in tape.children(of: index) {
          sizes[index] += sizes[child]
          depths[index] = max(depths[index], depths[child] + 1)
        }
      }
      guard depths[index] <= limits.depth + 1 else { return [depth(at: index)] }
    }
    return []
  }

  /// The indices of all nodes, each after what it holds.
  private var closingOrder: [Int] {
    var order: [Int] = []
    var open: [Int] = []
    for index in tape.entries.indices {
      while let last = open.last, tape.next(after: last) <= index { order.append(open.removeLast()) }
      open.append(index)
    }
    return order + open.reversed()
  }

  private func loop(from alias: Int, to target: Int) -> Diagnostic {
    Diagnostic(
      .error,
      .aliasLoop,
      "`\(bytes.text(tape.bytes(of: alias)))` stands inside of what it stands for",
      labels: [.init(file, tape.bytes(of: alias)), anchorLabel(of: target)],
      help: "remove the alias, or move the anchor"
    )
  }

  private func expansion(at alias: Int) -> Diagnostic {
    Diagnostic(
      .error,
      .aliasExpansion,
      "the aliases stand for more than \(limits.aliasedNodes) values",
      labels: [.init(file, tape.bytes(of: alias))],
      help: "write out what is meant"
    )
  }

  private func depth(at index: Int) -> Diagnostic {
    let place = tape.bytes(of: index)
    return Diagnostic(
      .error,
      .tooDeep,
      "collections are nested more than \(limits.depth) deep",
      labels: [.init(file, place.lowerBound..<place.lowerBound)],
      help: "split the file"
    )
  }

  private func anchorLabel(of index: Int) -> Diagnostic.Label {
    .init(file, tape.properties[index]?.anchorBytes ?? tape.bytes(of: index), "stands for this")
  }
}
