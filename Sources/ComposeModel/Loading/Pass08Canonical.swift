import OrderedCollections
import SourceDiagnostics

/// Pass 8: short forms become long ones, so that what means the same has the same keys.
struct CanonicalPass {
  func run(_ project: inout SourcedValue, _ context: inout LoadingContext) {
    project["version"] = nil
    project.change("services") { services in services.changeEach { service(&$0, &context) } }
    for kind in ["networks", "volumes", "secrets", "configs"] {
      project.change(kind) { resources in resources.changeEach { Self.resource(&$0, &context) } }
    }
  }

  private func service(_ service: inout SourcedValue, _ context: inout LoadingContext) {
    for key in service.pairs.keys {
      service.change(key) { value in
        switch key {
        case "build": Self.build(&value)
        case "configs", "secrets": Self.grants(&value)
        case "depends_on": Self.dependencies(&value)
        case "develop": Self.development(&value)
        case "devices": Self.devices(&value, &context)
        case "dns", "label_file": value = CanonicalForm.list(value)
        case "env_file": Self.environmentFiles(&value)
        case "gpus": Self.graphics(&value)
        case "models", "networks": value = CanonicalForm.byName(value)
        case "ports": Self.ports(&value, &context)
        case "volumes": Self.mounts(&value, &context)
        default: break
        }
      }
    }
    // The engine's own servers are meant where none is written.
    service.change("dns") { dns in dns.items = dns.items.filter { $0.text?.isEmpty == false } }
  }

  private static func build(_ value: inout SourcedValue) {
    value = CanonicalForm.build(value)
    value.change("additional_contexts") { $0 = CanonicalForm.byKey($0) }
    value.change("ssh") { $0 = CanonicalForm.byKey($0) }
    value.change("secrets", grants)
  }

  private static func dependencies(_ value: inout SourcedValue) {
    value = CanonicalForm.byName(value)
    value.changeEach { dependency in
      if !dependency.isMapping { dependency = SourcedValue([:], like: dependency) }
      dependency.setDefault("condition", .string("service_started"))
      dependency.setDefault("required", .bool(true))
    }
  }

  private static func development(_ value: inout SourcedValue) {
    value.change("watch") { watches in
      watches.changeEach { watch in
        for key in ["ignore", "include"] { watch.change(key) { $0 = CanonicalForm.list($0) } }
      }
    }
  }

  /// `env_file` as a list of paths.
  private static func environmentFiles(_ value: inout SourcedValue) {
    value = CanonicalForm.list(value)
    value.changeEach { file in
      if file.text != nil { file = SourcedValue(["path": SourcedValue(file.text ?? "", like: file)], like: file) }
      file.setDefault("required", .bool(true))
    }
  }

  /// `all` as a request for every device.
  private static func graphics(_ value: inout SourcedValue) {
    guard let text = value.text else { return }
    let request = SourcedValue(["count": SourcedValue(.scalar(.string(text)), value.origin)], like: value)
    value.content = .sequence([request])
  }

  /// A secret's or config's key as its source.
  private static func grants(_ value: inout SourcedValue) {
    value.changeEach { grant in
      if let source = grant.text { grant = SourcedValue(["source": SourcedValue(source, like: grant)], like: grant) }
    }
  }

  /// `/dev/dri:/dev/dri:rwm` as source, target and permissions.
  private static func devices(_ value: inout SourcedValue, _ context: inout LoadingContext) {
    value.changeEach { device in
      guard let text = device.text else { return }
      do throws(ValueError) {
        let short = try Device(parsing: text)
        device = SourcedValue(
          [
            "source": SourcedValue(short.source, like: device), "target": SourcedValue(short.target, like: device),
            "permissions": SourcedValue(short.permissions, like: device),
          ],
          like: device
        )
      } catch {
        context.error(
          .unfitValue,
          error.description,
          [device.label()],
          help: "write `source:target:permissions`, or the long form"
        )
      }
    }
  }

  /// `external: {name: …}` in today's form.
  private static func resource(_ value: inout SourcedValue, _ context: inout LoadingContext) {
    guard let external = value["external"], external.isMapping else { return }
    value.change("external") { $0.content = .scalar(.bool(true)) }
    guard let name = external["name"] else { return }
    if let own = value["name"], own.text != name.text {
      context.error(
        .conflict,
        "`name` and `external.name` differ",
        [own.label(), name.label("the other")],
        help: "keep `name`, and write `external: true`"
      )
    } else {
      value["name"] = name
    }
  }
}

extension SourcedValue {
  /// Gives `key` a value, where it has none.
  mutating func setDefault(_ key: String, _ scalar: YAMLScalar) {
    if isMapping, self[key] == nil { self[key] = .implied(.scalar(scalar), by: origin) }
  }

  /// A value that nobody wrote, and that follows from what stands at `origin`.
  static func implied(_ content: Content, by origin: FilePlace) -> SourcedValue {
    var value = SourcedValue(content, origin)
    value.trail = [.init(kind: .implied, place: origin)]
    return value
  }
}

/// Which services run.
enum Profiles {
  /// Whether a service without profiles, or with one of `active`, is meant.
  static func enables(_ service: SourcedValue, _ active: Set<String>) -> Bool {
    let own = service["profiles"]?.items.compactMap(\.text) ?? []
    return own.isEmpty || active.contains("*") || !active.isDisjoint(with: own)
  }
}
