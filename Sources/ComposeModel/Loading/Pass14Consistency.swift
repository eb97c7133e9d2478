import OrderedCollections
import SourceDiagnostics

/// Pass 14: what one part names another part has, and no two parts contradict each other.
struct ConsistencyPass {
  let profiles: Set<String>

  /// Says what doesn't fit together, and gives `deploy.replicas` the value of `scale`, which is the same thing.
  func run(_ project: inout SourcedValue, _ context: inout LoadingContext) {
    check(project, &context)
    project.change("services") { services in
      services.changeEach { service in
        guard let scale = service["scale"] else { return }
        service.change("deploy") { $0["replicas"] = scale }
      }
    }
  }

  private func check(_ project: SourcedValue, _ context: inout LoadingContext) {
    let services = project["services"]?.pairs ?? [:]
    var takenNames: [String: FilePlace] = [:]
    for (name, service) in services where service.isMapping && Profiles.enables(service, profiles) {
      checkSource(of: name, service, &context)
      checkReferences(of: service, in: project, &context)
      checkDependencies(of: service, among: services, &context)
      checkHealthcheck(of: service, &context)
      checkContainerName(of: service, &takenNames, &context)
      checkContradictions(of: name, service, &context)
      checkTargets(of: service, &context)
    }
    for (key, secret) in project["secrets"]?.pairs ?? [:] { checkSecret(key, secret, &context) }
    checkCycles(services, &context)
  }

  private func checkSource(of name: String, _ service: SourcedValue, _ context: inout LoadingContext) {
    guard service["image"]?.text?.isEmpty ?? true, service["build"] == nil, service["provider"] == nil else { return }
    context.error(
      .noImage,
      "`\(name)` has neither an image nor a build",
      [(service.key ?? service.origin).label()],
      help: "add `image:` or `build:`; a file that only completes another belongs beside it as its override"
    )
  }

  private func checkReferences(
    of service: SourcedValue,
    in project: SourcedValue,
    _ context: inout LoadingContext
  ) {
    for (network, value) in service["networks"]?.pairs ?? [:] {
      check(network, value, "network", in: project["networks"], &context)
    }
    for mount in service["volumes"]?.items ?? [] where mount["type"]?.text == "volume" {
      if let source = mount["source"], let key = source.text, !key.isEmpty {
        check(key, source, "volume", in: project["volumes"], &context)
      }
    }
    for (model, value) in service["models"]?.pairs ?? [:] {
      check(model, value, "model", in: project["models"], &context)
    }
    for kind in ["secrets", "configs"] {
      checkGrants(service[kind], String(kind.dropLast()), in: project[kind], &context)
    }
    checkGrants(service["build"]?["secrets"], "secret", in: project["secrets"], &context)
  }

  private func checkGrants(
    _ grants: SourcedValue?,
    _ kind: String,
    in defined: SourcedValue?,
    _ context: inout LoadingContext
  ) {
    for grant in grants?.items ?? [] {
      if let source = grant["source"], let key = source.text { check(key, source, kind, in: defined, &context) }
    }
  }

  private func check(
    _ key: String,
    _ place: SourcedValue,
    _ kind: String,
    in defined: SourcedValue?,
    _ context: inout LoadingContext
  ) {
    let known = defined?.pairs ?? [:]
    guard known[key] == nil else { return }
    let nearest = known.keys.nearest(to: key)
    context.error(
      .undefinedReference,
      "there is no \(kind) `\(key)`",
      [(place.key ?? place.origin).label()],
      help: nearest.map { "did you mean `\($0)`?" } ?? "declare it under `\(kind)s:` at the top level"
    )
  }

  private func checkHealthcheck(of service: SourcedValue, _ context: inout LoadingContext) {
    guard let first = service["healthcheck"]?["test"]?.items.first, let word = first.text else { return }
    guard !["CMD", "CMD-SHELL", "NONE"].contains(word) else { return }
    context.error(
      .badHealthcheck,
      "a health check's list begins with CMD, CMD-SHELL or NONE, not with `\(word)`",
      [first.label()],
      help: "write `[\"CMD\", \"\(word)\", …]`"
    )
  }

  private func checkContainerName(
    of service: SourcedValue,
    _ taken: inout [String: FilePlace],
    _ context: inout LoadingContext
  ) {
    guard let value = service["container_name"], let text = value.text else { return }
    guard let other = taken.updateValue(value.origin, forKey: text) else { return }
    context.error(
      .conflict,
      "two services have the container name `\(text)`",
      [value.label(), other.label("the other")],
      help: "give each a name of its own, or take `container_name` away"
    )
  }

  /// A secret that the engine is to make has its content from somewhere.
  private func checkSecret(_ key: String, _ secret: SourcedValue, _ context: inout LoadingContext) {
    let sources = ["file", "environment"].filter { secret[$0]?.text?.isEmpty == false }
    // What has none of these was refused before.
    let isKnown = ["file", "environment", "driver", "external"].contains { secret[$0] != nil }
    guard sources.isEmpty, secret["external"]?.flag != true, isKnown else { return }
    context.error(
      .conflict,
      "the secret `\(key)` has no content",
      [(secret.key ?? secret.origin).label()],
      help: "add `file` or `environment`"
    )
  }
}
