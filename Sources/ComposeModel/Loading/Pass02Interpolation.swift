import OrderedCollections
import SourceDiagnostics

/// Pass 2: `$NAME` and `${NAME…}` in every text value, keys left as they are; then text that stands where a number or a
/// Boolean belongs becomes one.
struct InterpolationPass {
  private let lookup: (String) -> String?

  init(lookup: @escaping (String) -> String?) { self.lookup = lookup }

  func run(_ project: SourcedValue, _ context: inout LoadingContext) -> SourcedValue {
    run(project, nil, .project, &context)
  }

  private func run(
    _ value: SourcedValue,
    _ name: String?,
    _ casts: CastTree?,
    _ context: inout LoadingContext
  ) -> SourcedValue {
    var out = value
    switch value.content {
    case .mapping(var pairs):
      for index in pairs.elements.indices {
        let key = pairs.keys[index]
        pairs.values[index] = run(pairs.values[index], key, casts?.below(key), &context)
      }
      out.content = .mapping(pairs)
    case .sequence(let items):
      let casts = casts?.below("*")
      out.content = .sequence(items.map { run($0, name, casts, &context) })
    case .scalar(.string(let text)):
      if text.utf8.contains(UInt8(ascii: "$")) { resolve(text, &out, &context) }
      if let cast = casts?.cast, !context.hasGivenUp(on: value) {
        self.cast(&out, name ?? "", cast, &context)
      }
    case .scalar: break
    }
    return out
  }

  private func cast(_ value: inout SourcedValue, _ name: String, _ cast: TypeCast, _ context: inout LoadingContext) {
    guard let text = value.text else { return }
    guard let scalar = cast.value(of: text) else {
      defer { context.giveUp(on: value) }
      return context.error(
        .unfitValue,
        "`\(name)` is `\(text)` where \(cast.words) belongs",
        [value.label()],
        help: "write \(cast.words)"
      )
    }
    value.content = .scalar(scalar)
  }

  private func resolve(_ text: String, _ value: inout SourcedValue, _ context: inout LoadingContext) {
    do throws(InterpolationError) {
      let resolved = try Interpolation(of: text, lookup: lookup)
      guard context.spend(resolved.text.utf8.count, .text, at: value.label()) else { return }
      value.content = .scalar(.string(resolved.text))
      value.origin.variables = resolved.variables
      for name in resolved.unset { context.warnUnset(name, value.label()) }
    } catch {
      context.report(error, in: value)
    }
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
