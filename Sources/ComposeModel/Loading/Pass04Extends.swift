import OrderedCollections
import SourceDiagnostics

/// Pass 4: services that `extends:` another, in the same file or in one beside it.
struct ExtendsPass {
  /// Reads another file, in the long forms and with its paths as they are seen from the project's directory.
  typealias Reader = (_ path: RepositoryPath, _ bytes: [UInt8], inout LoadingContext) -> SourcedValue?

  let directory: RepositoryPath
  let read: Reader

  /// The longest chain of services that extend one another.
  private static let depthLimit = 32

  func run(_ file: SourcedValue, _ context: inout LoadingContext) throws -> SourcedValue {
    if let services = file["services"], !services.isMapping {
      context.error(
        .unfitValue,
        "`services` is \(services.kindName) where a mapping belongs",
        [(services.key ?? services.origin).label()],
        help: "name the services, or take `services` away"
      )
    }
    guard let services = file["services"], services.pairs.values.contains(where: { $0["extends"] != nil }) else {
      return file
    }
    var resolved = services.pairs
    for (index, name) in services.pairs.keys.enumerated() {
      guard let service = try resolve(name, in: services.pairs, chain: [], &context) else { continue }
      resolved.values[index] = service
    }
    var out = file
    out["services"]?.pairs = resolved
    return out
  }

  /// The service `name` with what it extends merged below it.
  private func resolve(
    _ name: String,
    in services: OrderedDictionary<String, SourcedValue>,
    chain: [FilePlace],
    _ context: inout LoadingContext
  ) throws -> SourcedValue? {
    guard var service = services[name] else { return nil }
    guard let extends = service["extends"] else { return service }
    service["extends"] = nil
    guard !chain.contains(extends.origin), chain.count < Self.depthLimit else {
      context.error(
        .extendsCycle,
        "`\(name)` extends itself",
        [extends.label()] + chain.map { $0.label("by way of this") },
        help: "take one of them away"
      )
      return service
    }
    guard let wanted = extends["service"]?.text ?? extends.text else { return service }
    let chain = chain + [extends.origin]
    var base: SourcedValue?
    if let file = extends["file"] {
      base = try serviceOfFile(file, wanted, chain: chain, &context)
    } else if services[wanted] != nil {
      base = try resolve(wanted, in: services, chain: chain, &context)
    } else {
      undefined(wanted, extends, among: services.keys.elements, &context)
    }
    return base.map { MergingPass().run($0, service, at: ["services", name], &context) } ?? service
  }

  private func serviceOfFile(
    _ file: SourcedValue,
    _ wanted: String,
    chain: [FilePlace],
    _ context: inout LoadingContext
  ) throws -> SourcedValue? {
    guard let name = file.text,
      let (path, bytes) = try context.read(name, from: directory, as: "the extended file", label: file.label()),
      let other = read(path, bytes, &context)
    else { return nil }
    let services = other["services"]?.pairs ?? [:]
    guard services[wanted] != nil else {
      undefined(wanted, file, among: services.keys.elements, &context)
      return nil
    }
    return try resolve(wanted, in: services, chain: chain, &context)
  }

  private func undefined(
    _ wanted: String,
    _ place: SourcedValue,
    among names: [String],
    _ context: inout LoadingContext
  ) {
    context.error(
      .undefinedExtends,
      "there is no service `\(wanted)` to extend",
      [place.label()],
      help: names.nearest(to: wanted).map { "did you mean `\($0)`?" } ?? "name a service of that file"
    )
  }
}
