import ComposeModel
import OrderedCollections
import Testing

@Suite struct `What holds for every difference` {
  @Test(arguments: 0..<40) func `a stack doesn't differ from itself`(_ seed: Int) throws {
    var random = Seeded(seed)
    let project = try loadedStack(Self.stack(&random))
    let summary = ChangeSummary(of: .root, from: project, to: project)
    #expect(summary.diff.isEmpty && summary.diff.services.isEmpty && summary.diff.resources.isEmpty)
    #expect(summary.impact.isEmpty && summary.impact.services.count == project.services.count)
  }

  @Test(arguments: 0..<60) func `backwards it says the same the other way round`(_ seed: Int) throws {
    var random = Seeded(seed)
    let (a, b) = try (loadedStack(Self.stack(&random)), loadedStack(Self.stack(&random)))
    let there = StackDiff.between(a, b, of: .root)
    let back = StackDiff.between(b, a, of: .root)
    #expect(Self.facts(there, isMirrored: false) == Self.facts(back, isMirrored: true))
    #expect(there.isEmpty == back.isEmpty)
  }

  @Test(arguments: 0..<60) func `what runs on has the same settings`(_ seed: Int) throws {
    var random = Seeded(seed)
    let (a, b) = try (loadedStack(Self.stack(&random)), loadedStack(Self.stack(&random)))
    let impact = ChangeSummary(of: .root, from: a, to: b).impact
    for service in impact.services where service.action == .unchanged {
      #expect(a.services[service.name]?.image == b.services[service.name]?.image)
      #expect(a.services[service.name]?.ports == b.services[service.name]?.ports)
    }
    #expect(Set(impact.services.map(\.name)) == Set(a.services.keys).union(b.services.keys))
  }

  /// What a difference says, without regard to order.
  private static func facts(_ diff: StackDiff, isMirrored: Bool) -> Set<[String]> {
    var facts: Set<[String]> = []
    for service in diff.services {
      let names = [service.name, service.oldName ?? service.name]
      let kind = isMirrored ? mirror(service.kind) : service.kind
      facts.insert([kind.rawValue] + (isMirrored ? names.reversed() : names))
      for change in service.changes {
        let sides = [change.old, change.new].map { String(describing: $0) }
        facts.insert([service.name, change.attribute] + (isMirrored ? sides.reversed() : sides))
      }
    }
    return facts
  }

  private static func mirror(_ kind: DiffKind) -> DiffKind {
    kind == .added ? .removed : kind == .removed ? .added : kind
  }

  private static func stack(_ random: inout Seeded) -> String {
    var text = "services:\n"
    for name in ["a", "b", "c", "d"] where random.next(4) > 0 {
      text += "  \(name):\n    image: nginx:\(random.next(2))\n"
      let ports = (0..<random.next(4)).map { "'\($0)\(random.next(3)):\(80 + random.next(2))'" }
      if !ports.isEmpty { text += "    ports: [\(ports.joined(separator: ", "))]\n" }
      if random.next(2) > 0 { text += "    environment: { A: \(random.next(2)), \(["B", "C"][random.next(2)]): 1 }\n" }
      if random.next(2) > 0 { text += "    cap_add: [\(["X, Y", "Y, X", "Y"][random.next(3)])]\n" }
      if random.next(2) > 0 { text += "    volumes: ['./\(random.next(2)):/data']\n" }
    }
    return text == "services:\n" ? "services: { z: { image: z } }\n" : text
  }
}

/// A small generator whose numbers are the same in every run.
struct Seeded {
  private var state: UInt64

  init(_ seed: Int) { state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 0x1234_5678 }

  mutating func next(_ limit: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state >> 33) % limit
  }
}
