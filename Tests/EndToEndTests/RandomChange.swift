import ComposeModel
import Fixtures
import OrderedCollections
import SourceDiagnostics

/// A change such as a person or an agent would make to a Compose file.
struct RandomChange {
  private(set) var edits: [Edit] = []
  private var random: SeededGenerator

  /// A change to one or two things of a file that holds `root`.
  ///
  /// - Parameters:
  ///   - root: The file's content.
  ///   - excluded: Attributes of services that stay as they are.
  ///   - random: Where chance comes from.
  init(to root: YAMLValue, except excluded: Set<String> = [], _ random: inout SeededGenerator) {
    self.random = random
    let attributes = RandomProject.attributes.filter { !excluded.contains($0.0) }
    for _ in 0...self.random.below(2) {
      if let edit = edit(root, attributes, excluded), !edits.contains(where: { $0.path == edit.path }) {
        edits.append(edit)
      }
    }
    random = self.random
  }

  private mutating func edit(
    _ root: YAMLValue,
    _ attributes: [(String, [String])],
    _ excluded: Set<String>
  ) -> Edit? {
    let services = Self.pairs(of: Self.pairs(of: root)["services"])
    guard let name = services.keys.isEmpty ? nil : random.pick(Array(services.keys)) else { return nil }
    let service = Self.pairs(of: services[name])
    let path = YAMLPath(keys: "services", name)
    switch random.below(20) {
    case 0..<8:
      let (key, values) = random.pick(attributes)
      return Self.put(key, Self.value(random.pick(values)), in: service, at: path)
    case 8..<11:
      let present = Array(service.keys).filter {
        !["image", "build", "extends", "<<"].contains($0) && !excluded.contains($0)
      }
      return present.isEmpty ? nil : .remove(path.appending(key: random.pick(present)))
    case 11, 12:
      guard service["image"] != nil else { return nil }
      return .set(path.appending(key: "image"), .string("other:\(random.below(3))"))
    case 13:
      let lists = service.filter { !excluded.contains($0.key) && Self.items(of: $0.value).count > 1 }
      guard let key = lists.keys.isEmpty ? nil : random.pick(Array(lists.keys)), let list = lists[key] else {
        return nil
      }
      return .set(path.appending(key: key), .sequence(Self.items(of: list).reversed()))
    case 14: return Self.put("x-note", .int(random.below(9)), in: service, at: path)
    case 15: return Self.put("profiles", ["p\(random.below(3))"], in: service, at: path)
    case 16: return .comment(path, "a word \(random.below(9))", at: .above)
    case 17:
      guard let other = services.keys.first(where: { $0 != name }) else { return nil }
      return Self.put("depends_on", ["\(other)"], in: service, at: path)
    case 18: return Self.put("added", ["image": "new"], in: services, at: YAMLPath(keys: "services"))
    default: return resourceEdit(root)
    }
  }

  private mutating func resourceEdit(_ root: YAMLValue) -> Edit? {
    let section = random.pick(["networks", "volumes"])
    guard let name = Self.pairs(of: Self.pairs(of: root)[section]).keys.first else { return nil }
    let values = ["{name: elsewhere}", "{labels: {a: b}}", "{driver: other}", "{external: true}"]
    return .set(YAMLPath(keys: section, name), Self.value(random.pick(values)))
  }

  /// The edit that gives a key of a mapping a value, whether or not it has one.
  private static func put(
    _ key: String,
    _ value: YAMLValue,
    in pairs: OrderedDictionary<String, YAMLValue>,
    at path: YAMLPath
  ) -> Edit {
    let path = path.appending(key: key)
    return pairs[key] == nil ? .insert(path, value, at: .last) : .set(path, value)
  }

  private static func value(_ text: String) -> YAMLValue {
    let document = ComposeDocument.parse(Array("v: \(text)\n".utf8), file: "value").value
    return document?.roots.first.flatMap { pairs(of: YAMLValue($0))["v"] } ?? .null
  }

  private static func pairs(of value: YAMLValue?) -> OrderedDictionary<String, YAMLValue> {
    if case .mapping(let pairs)? = value { pairs } else { [:] }
  }

  private static func items(of value: YAMLValue) -> [YAMLValue] {
    if case .sequence(let items) = value { items } else { [] }
  }
}
