import ComposeModel
import Fixtures
import OrderedCollections
import SourceDiagnostics

extension SeededGenerator {
  /// A change such as a person or an agent would make, to one or two things of a Compose file.
  ///
  /// - Parameters:
  ///   - root: The file's content.
  ///   - excluded: Attributes of services that stay as they are.
  /// - Returns: Edits at different places.
  mutating func edits(of root: YAMLValue, except excluded: Set<String>) -> [Edit] {
    let attributes = RandomProject.attributes.filter { !excluded.contains($0.0) }
    var edits: [Edit] = []
    for _ in 0...below(2) {
      if let edit = edit(root, attributes, excluded), !edits.contains(where: { $0.path == edit.path }) {
        edits.append(edit)
      }
    }
    return edits
  }

  private mutating func edit(
    _ root: YAMLValue,
    _ attributes: [(String, [String])],
    _ excluded: Set<String>
  ) -> Edit? {
    let services = root.at("services")?.pairs ?? [:]
    guard let name = services.keys.isEmpty ? nil : pick(Array(services.keys)) else { return nil }
    let service = services[name]?.pairs ?? [:]
    let path = YAMLPath(keys: "services", name)
    switch below(20) {
    case 0..<8:
      let (key, values) = pick(attributes)
      return Self.put(key, Self.value(pick(values)), in: service, at: path)
    case 8..<11:
      let present = Array(service.keys).filter {
        !["image", "build", "extends", "<<"].contains($0) && !excluded.contains($0)
      }
      return present.isEmpty ? nil : .remove(path.appending(key: pick(present)))
    case 11, 12:
      guard service["image"] != nil else { return nil }
      return .set(path.appending(key: "image"), .string("other:\(below(3))"))
    case 13:
      let lists = service.filter { !excluded.contains($0.key) && $0.value.items.count > 1 }
      guard let key = lists.keys.isEmpty ? nil : pick(Array(lists.keys)), let list = lists[key] else {
        return nil
      }
      return .set(path.appending(key: key), .sequence(list.items.reversed()))
    case 14: return Self.put("x-note", .int(below(9)), in: service, at: path)
    case 15: return Self.put("profiles", ["p\(below(3))"], in: service, at: path)
    case 16: return .comment(path, "a word \(below(9))", at: .above)
    case 17:
      guard let other = services.keys.first(where: { $0 != name }) else { return nil }
      return Self.put("depends_on", ["\(other)"], in: service, at: path)
    case 18: return Self.put("added", ["image": "new"], in: services, at: YAMLPath(keys: "services"))
    default: return resourceEdit(root)
    }
  }

  private mutating func resourceEdit(_ root: YAMLValue) -> Edit? {
    let section = pick(["networks", "volumes"])
    guard let name = root.at(section)?.pairs.keys.first else { return nil }
    let values = ["{name: elsewhere}", "{labels: {a: b}}", "{driver: other}", "{external: true}"]
    return .set(YAMLPath(keys: section, name), Self.value(pick(values)))
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
    return document?.roots.first.flatMap { YAMLValue($0).at("v") } ?? .null
  }
}
