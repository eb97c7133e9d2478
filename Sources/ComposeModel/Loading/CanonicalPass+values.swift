import OrderedCollections
import SourceDiagnostics

extension CanonicalPass {
  /// A mapping whose values are all text.
  static func texts(_ value: SourcedValue, nullIsEmpty: Bool) -> SourcedValue {
    guard value.isMapping else { return value }
    var out = value
    out.pairs = value.pairs.mapValues { entry in
      if entry.isNull { return nullIsEmpty ? SourcedValue("", like: entry) : entry }
      return entry.text.map { SourcedValue($0, like: entry) } ?? entry
    }
    return out
  }

  static func dependencies(_ value: SourcedValue) -> SourcedValue {
    var out = CanonicalForm.byName(value)
    out.pairs = out.pairs.mapValues { entry in
      var entry = entry.isMapping ? entry : SourcedValue([:], like: entry)
      if entry["condition"] == nil {
        entry["condition"] = SourcedValue(.scalar(.string("service_started")), entry.origin)
      }
      if entry["required"] == nil { entry["required"] = SourcedValue(.scalar(.bool(true)), entry.origin) }
      return entry
    }
    return out
  }

  /// A command line as words.
  static func words(_ value: SourcedValue, _ context: inout LoadingContext) -> SourcedValue {
    guard let text = value.text else { return value }
    do throws(ValueError) {
      let (words, isCutShort) = try ShellWords.split(text)
      if isCutShort {
        context.warn(
          .commandCutShort,
          "what follows the first `|`, `&`, `;`, `<` or `>` outside quotes is never run",
          [value.label()],
          help: "write `[\"sh\", \"-c\", \"…\"]`"
        )
      }
      return SourcedValue(.sequence(words.map { SourcedValue($0, like: value) }), value.origin, key: value.key)
    } catch {
      context.error(.badCommand, error.description, [value.label()], help: "close the quotes, or write a list")
      return value
    }
  }

  static func healthcheck(_ value: SourcedValue, _ context: inout LoadingContext) -> SourcedValue {
    var out = value
    if let test = value["test"], let text = test.text {
      out["test"] = SourcedValue(
        .sequence([SourcedValue("CMD-SHELL", like: test), SourcedValue(text, like: test)]),
        test.origin,
        key: test.key
      )
    }
    for key in ["interval", "timeout", "start_period", "start_interval"] {
      if let time = value[key] { out[key] = duration(time, &context) }
    }
    if let retries = value["retries"], let number = retries.text.flatMap({ Int($0) }) {
      out["retries"] = SourcedValue(.scalar(.int(number)), retries.origin, key: retries.key)
    }
    if let flag = value["disable"]?.flag, let disable = value["disable"] {
      out["disable"] = SourcedValue(.scalar(.bool(flag)), disable.origin, key: disable.key)
    }
    return out
  }

  /// Text that says yes or no as a Boolean.
  static func flag(_ value: SourcedValue, _ name: String, _ context: inout LoadingContext) -> SourcedValue {
    if let flag = value.flag { return SourcedValue(.scalar(.bool(flag)), value.origin, key: value.key) }
    if let text = value.text {
      context.error(
        .unfitValue,
        "`\(name)` is `\(text)` where true or false belongs",
        [value.label()],
        help: "write `true` or `false`"
      )
    }
    return value
  }

  static func duration(_ value: SourcedValue, _ context: inout LoadingContext) -> SourcedValue {
    guard let text = value.text else { return value }
    do throws(ValueError) {
      return SourcedValue(try ComposeDuration(parsing: text).description, like: value)
    } catch {
      context.error(.badDuration, error.description, [value.label()], help: "write numbers with units: `30s`, `1m30s`")
      return value
    }
  }

  static func bytes(_ value: SourcedValue, _ context: inout LoadingContext) -> SourcedValue {
    guard let text = value.text else { return value }
    do throws(ValueError) {
      return SourcedValue(try ByteCount(parsing: text).description, like: value)
    } catch {
      context.error(.badByteCount, error.description, [value.label()], help: "write a number with a unit: `512m`")
      return value
    }
  }
}
