import OrderedCollections
import SourceDiagnostics

/// Pass 1: a file's YAML documents as values with places, aliases and merge keys followed.
struct ReadingPass {
  private let source: TextSource

  /// As ``YAMLLimits/standard``, but no deeper than the passes descend.
  private static let limits = YAMLLimits(depth: 100)

  init(file: String) { source = TextSource(file: file) }

  /// The values of `bytes`, one for each YAML document that holds something.
  func run(_ bytes: [UInt8], _ context: inout LoadingContext) -> [SourcedValue] {
    let parsed = ComposeDocument.parse(bytes, file: source.file, limits: Self.limits)
    context.diagnostics += parsed.diagnostics
    guard let document = parsed.value else { return [] }
    return document.roots.compactMap { root in
      let value = read(root, key: nil, &context)
      guard !value.isNull else { return nil }
      guard value.isMapping else {
        context.error(
          .unfitValue,
          "the file holds \(value.kindName) where a mapping of `services` and other keys belongs",
          [value.label()],
          help: "write `services:` at the top of the file"
        )
        return nil
      }
      return value
    }
  }

  private func read(
    _ node: YAMLNode,
    key: YAMLNode?,
    _ context: inout LoadingContext
  ) -> SourcedValue {
    let written = node
    let node = node.resolved
    let origin = FilePlace(source, node.bytes)
    let keyOrigin = key.map { FilePlace(source, $0.bytes) }
    let directive = Self.directive(node.tag)
    guard context.spend(1, .values, at: origin.label()) else {
      return SourcedValue(.scalar(.null), origin, key: keyOrigin)
    }
    var value = SourcedValue(.scalar(node.scalar ?? .null), origin, key: keyOrigin, directive: directive)
    if written.kind == .alias {
      value.trail = [.init(kind: .alias, place: FilePlace(source, written.bytes))]
    }
    switch node.kind {
    case .scalar, .alias: break
    case .sequence: value.content = .sequence(node.items.map { read($0, key: nil, &context) })
    case .mapping:
      var pairs: OrderedDictionary<String, SourcedValue> = [:]
      for (key, value) in node.mergedPairs {
        guard let name = name(of: key, &context), pairs[name] == nil else { continue }
        var entry = read(value, key: key, &context)
        // What is reset doesn't hide what a merge key brings in, which then stands in the place of what was before.
        if entry.directive == .reset, let below = node.merged(name) {
          entry = read(below, key: key, &context)
          entry.directive = .override
        }
        pairs[name] = entry
      }
      value.content = .mapping(pairs)
    }
    return value
  }

  /// A key's text; the reference refuses keys that aren't strings.
  private func name(of key: YAMLNode, _ context: inout LoadingContext) -> String? {
    if case .string(let name) = key.scalar { return name }
    let shown = key.text ?? "a collection"
    context.error(
      .keyNotText,
      "the key `\(shown)` isn't text",
      [key.label()],
      help: "put it in quotes: `\"\(shown)\"`"
    )
    return nil
  }

  private static func directive(_ tag: String?) -> SourcedValue.Directive? {
    switch tag {
    case "!reset": .reset
    case "!override": .override
    default: nil
    }
  }
}

extension SourcedValue {
  /// What it is, in words.
  var kindName: String {
    switch content {
    case .mapping: "a mapping"
    case .sequence: "a list"
    case .scalar(.null): "nothing"
    case .scalar(.bool): "a Boolean"
    case .scalar(.int), .scalar(.float): "a number"
    case .scalar(.string): "text"
    }
  }
}
