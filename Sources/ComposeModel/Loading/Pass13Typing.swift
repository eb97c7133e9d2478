import OrderedCollections
import SourceDiagnostics

/// Pass 13: every value becomes what its attribute holds, in whatever of the allowed forms it was written: `"1m"` the
/// duration `1m0s`, `512m` the bytes `536870912`, a list of `KEY=value` a mapping.
struct TypingPass {
  func run(_ project: inout SourcedValue, _ context: inout LoadingContext) {
    bind(&project, .object(Shape.project), "", &context)
  }

  private func bind(
    _ value: inout SourcedValue,
    _ shape: Shape,
    _ name: String,
    _ context: inout LoadingContext
  ) {
    switch shape.fitting(value) {
    case .value(_, let type): convert(&value, to: type, name, &context)
    case .list(let item), .distinctList(let item): value.changeEach { bind(&$0, item, name, &context) }
    case .names(let shape): value.changeEach { bind(&$0, shape, name, &context) }
    case .object(let shapes, _):
      for key in value.pairs.keys {
        guard let shape = shapes[key] else { continue }
        value.change(key) { bind(&$0, shape, key, &context) }
      }
    default: break
    }
  }

  private func convert(
    _ value: inout SourcedValue,
    to type: ValueType,
    _ name: String,
    _ context: inout LoadingContext
  ) {
    switch type {
    case .text: Self.makeText(&value)
    case .flag: cast(&value, .boolean, name, &context)
    case .integer: cast(&value, .integer, name, &context)
    case .number: number(&value)
    case .bytes: bytes(&value, &context)
    case .duration: duration(&value, &context)
    case .fileMode: fileMode(&value)
    case .deviceCount: deviceCount(&value)
    case .texts: texts(&value)
    case .textsByName: byName(&value, nothing: "")
    case .variables: byName(&value, nothing: nil)
    case .listsByName: value.changeEach { texts(&$0) }
    case .words: words(&value, &context)
    case .test: test(&value)
    case .hosts: value = Self.hosts(value, &context)
    }
  }

  private func cast(
    _ value: inout SourcedValue,
    _ cast: TypeCast,
    _ name: String,
    _ context: inout LoadingContext
  ) {
    guard case .scalar(.string(let text)) = value.content, !context.hasGivenUp(on: value) else {
      if case .scalar(.float(let number)) = value.content, let whole = Int(exactly: number), cast == .integer {
        value.content = .scalar(.int(whole))
      }
      return
    }
    if let scalar = cast.value(of: text) {
      value.content = .scalar(scalar)
    } else {
      context.error(
        .unfitValue,
        "`\(name)` is `\(text)` where \(cast.words) belongs",
        [value.label()],
        help: "write \(cast.words)"
      )
    }
  }

  /// An amount in the precision that the reference keeps.
  private func number(_ value: inout SourcedValue) {
    guard let number = value.text.flatMap({ Float($0) }), number.isFinite else { return }
    value.content = .scalar(Int(exactly: number).map(YAMLScalar.int) ?? .float(Double("\(number)") ?? Double(number)))
  }

  private func bytes(_ value: inout SourcedValue, _ context: inout LoadingContext) {
    guard let text = value.text else { return }
    do throws(ValueError) {
      value.content = .scalar(.string(try ByteCount(parsing: text).description))
    } catch {
      context.error(.badByteCount, error.description, [value.label()], help: "write a number with a unit: `512m`")
    }
  }

  private func duration(_ value: inout SourcedValue, _ context: inout LoadingContext) {
    guard let text = value.text else { return }
    do throws(ValueError) {
      value.content = .scalar(.string(try ComposeDuration(parsing: text).description))
    } catch {
      context.error(.badDuration, error.description, [value.label()], help: "write numbers with units: `30s`, `1m30s`")
    }
  }

  private func fileMode(_ value: inout SourcedValue) {
    let bits: Int? =
      switch value.content {
      case .scalar(.int(let bits)): bits
      case .scalar(.string(let text)): Int(text, radix: 8)
      default: nil
      }
    guard let bits else { return }
    value.content = .scalar(.string("0\(String(bits, radix: 8))"))
  }

  private func deviceCount(_ value: inout SourcedValue) {
    guard let text = value.text, let count = text.lowercased() == "all" ? -1 : Int(text) else { return }
    value.content = .scalar(.int(count))
  }
}

extension TypingPass {
  /// A scalar as text.
  static func makeText(_ value: inout SourcedValue) {
    if let text = value.text { value.content = .scalar(.string(text)) }
  }

  private func texts(_ value: inout SourcedValue) {
    value = CanonicalForm.list(value)
    value.changeEach(Self.makeText)
  }

  private func byName(_ value: inout SourcedValue, nothing: String?) {
    value = CanonicalForm.byKey(value)
    value.changeEach { entry in
      if entry.isNull, let nothing { entry.content = .scalar(.string(nothing)) } else { Self.makeText(&entry) }
    }
  }

  private func words(_ value: inout SourcedValue, _ context: inout LoadingContext) {
    guard let text = value.text else { return }
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
      value.content = .sequence(words.map { SourcedValue(.scalar(.string($0)), value.origin) })
    } catch {
      context.error(.badCommand, error.description, [value.label()], help: "close the quotes, or write a list")
    }
  }

  private func test(_ value: inout SourcedValue) {
    guard let text = value.text else { return }
    value.content = .sequence(["CMD-SHELL", text].map { SourcedValue(.scalar(.string($0)), value.origin) })
  }
}
