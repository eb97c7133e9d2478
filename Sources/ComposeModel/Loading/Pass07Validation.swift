import OrderedCollections
import SourceDiagnostics

/// Pass 7: every key is one that Compose knows, and holds what belongs there.
struct ValidationPass {
  func run(_ project: SourcedValue, _ context: inout LoadingContext) {
    var path = YAMLPath.root
    check(project, .object(Shape.project), at: &path, &context)
    for (name, service) in project["services"]?.pairs ?? [:] {
      checkName(name, of: service, "service", &context)
    }
  }

  /// Checks what `component` leads to from `path`, which is the same afterwards.
  private func check(
    _ value: SourcedValue,
    _ shape: Shape,
    below path: inout YAMLPath,
    _ component: YAMLPath.Component,
    _ context: inout LoadingContext
  ) {
    path.components.append(component)
    check(value, shape, at: &path, &context)
    path.components.removeLast()
  }

  private func check(_ value: SourcedValue, _ shape: Shape, at path: inout YAMLPath, _ context: inout LoadingContext) {
    guard let fitting = shape.fitting(value) else {
      return context.error(
        .unfitValue,
        "`\(path)` is \(value.kindName) where \(shape.words) belongs",
        [value.label()],
        help: "write \(shape.words)"
      )
    }
    check(value, fitting: fitting, at: &path, &context)
  }

  private func check(
    _ value: SourcedValue,
    fitting shape: Shape,
    at path: inout YAMLPath,
    _ context: inout LoadingContext
  ) {
    switch shape {
    case .distinctList(let item):
      checkDistinct(value, at: path, &context)
      check(value, fitting: .list(item), at: &path, &context)
    case .list(let item):
      for (index, value) in value.items.enumerated() { check(value, item, below: &path, .index(index), &context) }
    case .names(let shape):
      for (name, value) in value.pairs { check(value, shape, below: &path, .key(name), &context) }
    case .object(let shapes, let required):
      checkKeys(of: value, shapes, required, at: &path, &context)
    case .form(let form): checkForm(of: value, form, at: path, &context)
    case .value(let shape, _): check(value, fitting: shape, at: &path, &context)
    default: break
    }
  }

  private func checkKeys(
    of value: SourcedValue,
    _ shapes: OrderedDictionary<String, Shape>,
    _ required: [String],
    at path: inout YAMLPath,
    _ context: inout LoadingContext
  ) {
    for (key, value) in value.pairs where !key.hasPrefix("x-") {
      guard let shape = shapes[key] else {
        let place = path.components.isEmpty ? "the top level" : "`\(path)`"
        let nearest = shapes.keys.sorted().nearest(to: key)
        context.error(
          .unknownKey,
          "\(place) has no attribute `\(key)`",
          [(value.key ?? value.origin).label()],
          help: nearest.map { "did you mean `\($0)`?" } ?? "take it away, or name it `x-\(key)` if it is yours"
        )
        continue
      }
      check(value, shape, below: &path, .key(key), &context)
    }
    for key in required where value[key] == nil {
      context.error(.missingKey, "`\(path)` needs `\(key)`", [value.label()], help: "add `\(key)`")
    }
  }

  private func checkDistinct(_ list: SourcedValue, at path: YAMLPath, _ context: inout LoadingContext) {
    var known: [YAMLValue: FilePlace] = [:]
    for item in list.items {
      guard let other = known.updateValue(item.origin, forKey: item.value) else { continue }
      context.error(
        .conflict,
        "`\(path)` holds the same twice",
        [item.label(), other.label("the other")],
        help: "take one of them away"
      )
    }
  }

  private func checkForm(
    of value: SourcedValue,
    _ form: TextForm,
    at path: YAMLPath,
    _ context: inout LoadingContext
  ) {
    guard let text = value.text, !form.matches(text) else { return }
    switch form {
    case .containerName:
      context.error(.badName, "`\(text)` isn't a container's name", [value.label()], help: "use \(form.words)")
    case .pullPolicy:
      context.error(
        .unfitValue,
        "`\(path)` is `\(text)` where \(form.words) belongs",
        [value.label()],
        help: "write \(form.words)"
      )
    }
  }

  private func checkName(_ name: String, of value: SourcedValue, _ kind: String, _ context: inout LoadingContext) {
    let isNamed = !name.isEmpty && name.utf8.allSatisfy(\.isResourceNameByte)
    guard !isNamed else { return }
    context.error(
      .badName,
      "`\(name)` isn't a \(kind)'s name",
      [(value.key ?? value.origin).label()],
      help: "use letters, digits, `.`, `_` and `-`"
    )
  }
}

extension UInt8 {
  /// Whether a service, network or volume may have it in its name.
  var isResourceNameByte: Bool {
    isAlphanumeric || "._-".utf8.contains(self)
  }
}
