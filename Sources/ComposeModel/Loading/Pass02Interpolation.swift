import OrderedCollections
import SourceDiagnostics

/// Pass 2: `$NAME` and `${NAME…}` in every text value, keys left as they are; then text that stands where a number or a
/// Boolean belongs becomes one.
struct InterpolationPass {
  private let lookup: (String) -> String?

  init(lookup: @escaping (String) -> String?) { self.lookup = lookup }

  func run(_ project: SourcedValue, _ context: inout LoadingContext) -> SourcedValue {
    resolved(project, nil, .project, &context) ?? project
  }

  /// What becomes of `value`; nil when it stays as it is, so that only what changes is copied.
  private func resolved(
    _ value: SourcedValue,
    _ name: String?,
    _ casts: CastTree?,
    _ context: inout LoadingContext
  ) -> SourcedValue? {
    var out: SourcedValue?
    switch value.content {
    case .mapping(let pairs):
      var changed: OrderedDictionary<String, SourcedValue>?
      for (index, (key, entry)) in pairs.elements.enumerated() {
        guard let new = resolved(entry, key, casts?.below(key), &context) else { continue }
        changed = changed ?? pairs
        changed?.values[index] = new
      }
      if let changed { out = value.holding(.mapping(changed)) }
    case .sequence(let items):
      let casts = casts?.below("*")
      var changed: [SourcedValue]?
      for (index, item) in items.enumerated() {
        guard let new = resolved(item, name, casts, &context) else { continue }
        changed = changed ?? items
        changed?[index] = new
      }
      if let changed { out = value.holding(.sequence(changed)) }
    case .scalar(.string(let text)):
      if text.utf8.contains(UInt8(ascii: "$")) { out = resolve(text, value, &context) }
      if let cast = casts?.cast, !context.hasGivenUp(on: value) {
        out = self.cast(out ?? value, name ?? "", cast, &context) ?? out
      }
    case .scalar: break
    }
    return out
  }

  private func cast(
    _ value: SourcedValue,
    _ name: String,
    _ cast: TypeCast,
    _ context: inout LoadingContext
  ) -> SourcedValue? {
    guard let text = value.text else { return nil }
    if let scalar = cast.value(of: text) { return value.holding(.scalar(scalar)) }
    context.error(
      .unfitValue,
      "`\(name)` is `\(text)` where \(cast.words) belongs",
      [value.label()],
      help: "write \(cast.words)"
    )
    context.giveUp(on: value)
    return nil
  }

  private func resolve(_ text: String, _ value: SourcedValue, _ context: inout LoadingContext) -> SourcedValue? {
    do throws(InterpolationError) {
      let resolved = try Interpolation(of: text, lookup: lookup)
      guard context.spend(resolved.text.utf8.count, .text, at: value.label()) else { return nil }
      var out = value.holding(.scalar(.string(resolved.text)))
      out.origin.variables = resolved.variables
      for name in resolved.unset { context.warnUnset(name, value.label()) }
      return out
    } catch {
      context.report(error, in: value)
      return nil
    }
  }
}

extension SourcedValue {
  /// The same with another content.
  fileprivate func holding(_ content: Content) -> SourcedValue {
    var out = self
    out.content = content
    return out
  }
}

extension LoadingContext {
  /// Says why the variables of `value` can't be resolved.
  mutating func report(_ error: InterpolationError, in value: SourcedValue) {
    defer { giveUp(on: value) }
    switch error.kind {
    case .missing:
      self.error(
        .missingVariable,
        error.description,
        [value.label()],
        help: "set `\(error.variable ?? "it")` in `.env` or in the environment"
      )
    case .malformed:
      self.error(.malformedVariable, error.description, [value.label()], help: "write `$$` for a dollar sign")
    }
  }
}
