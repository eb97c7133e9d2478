internal import SourceDiagnostics

extension DocumentStorage {
  /// Why the aliases can't be followed: one stands for something that holds it, or they stand for too much.
  ///
  /// After this, reading through aliases ends and stays within the limits.
  ///
  /// - Complexity: O(*a* log *a*) in the number of aliases; O(*n*) in that of nodes where aliases could nest too deep.
  var aliasProblems: [Diagnostic] {
    guard !tape.aliases.isEmpty else { return [] }
    // How many nodes the aliases stand for up to each, and how long the longest chain of aliases is that each begins.
    var sums = [0]
    var chains: [Int] = []
    for (ordinal, index) in tape.aliases.enumerated() {
      guard let target = tape.target(of: index) else { continue }
      let end = tape.next(after: target)
      guard end <= index else { return [loop(from: index, to: target)] }
      let within = tape.aliases.prefix(ordinal).range(from: target, to: end)
      let size = end - target + sums[within.upperBound] - sums[within.lowerBound]
      sums.append(sums[ordinal] + size)
      chains.append(1 + (chains[within].max() ?? 0))
      guard sums[ordinal + 1] <= limits.aliasedNodes else { return [expansion(at: index)] }
    }
    let isShallow = tape.depth * (1 + (chains.max() ?? 0)) <= limits.depth
    return isShallow ? [] : depthProblems
  }

  /// Where collections nest too deep, aliases counted as what they stand for.
  private var depthProblems: [Diagnostic] {
    var depths = [Int](repeating: 1, count: tape.entries.count)
    // What a node holds is known before the node, and an alias's target before the alias.
    for index in closingOrder {
      if let target = tape.target(of: index) {
        depths[index] = depths[target]
      } else if tape.entries[index].isCollection {
        for child in tape.children(of: index) { depths[index] = max(depths[index], depths[child] + 1) }
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
    .init(file, tape.properties(of: index)?.anchorBytes ?? tape.bytes(of: index), "stands for this")
  }
}

extension ArraySlice<Int> {
  /// The places of the numbers from `lower` to below `upper`, in a slice that is sorted.
  fileprivate func range(from lower: Int, to upper: Int) -> Range<Int> {
    let start = firstPlace { $0 >= lower }
    return start..<Swift.max(start, firstPlace { $0 >= upper })
  }
}
