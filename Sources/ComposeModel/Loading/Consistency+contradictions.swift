import OrderedCollections
import SourceDiagnostics

extension ConsistencyPass {
  /// Attributes of one service that can't both hold.
  func checkContradictions(of name: String, _ service: SourcedValue, _ context: inout LoadingContext) {
    if let mode = service["network_mode"], mode.text?.isEmpty == false, let networks = service["networks"],
      !networks.pairs.isEmpty
    {
      context.error(
        .conflict,
        "`\(name)` has both `network_mode` and `networks`",
        [mode.label(), networks.label()],
        help: "take one of them away"
      )
    }
    checkLimits(of: service, &context)
    checkScale(of: service, &context)
    checkBuild(of: service, &context)
    checkWatches(of: service, &context)
  }

  /// What is set in two places has one value.
  private func checkLimits(of service: SourcedValue, _ context: inout LoadingContext) {
    let resources = service["deploy"]?["resources"]
    let limits = resources?["limits"]
    for (key, path, other) in [
      ("scale", "deploy.replicas", service["deploy"]?["replicas"]),
      ("cpus", "deploy.resources.limits.cpus", limits?["cpus"]),
      ("mem_limit", "deploy.resources.limits.memory", limits?["memory"]),
      ("pids_limit", "deploy.resources.limits.pids", limits?["pids"]),
      ("mem_reservation", "deploy.resources.reservations.memory", resources?["reservations"]?["memory"]),
    ] {
      guard let own = service[key], let other, let a = own.text, let b = other.text, a != b,
        Double(a) == nil || Double(a) != Double(b)
      else { continue }
      context.error(
        .conflict,
        "`\(key)` is `\(a)` and `\(path)` is `\(b)`",
        [own.label(), other.label("the other")],
        help: "keep one of them"
      )
    }
  }

  private func checkScale(of service: SourcedValue, _ context: inout LoadingContext) {
    guard let count = service["scale"] ?? service["deploy"]?["replicas"], let name = service["container_name"],
      let number = count.text.flatMap({ Int($0) }), number > 1
    else { return }
    context.error(
      .conflict,
      "\(number) containers can't share the name `\(name.text ?? "")`",
      [name.label(), count.label("how many there are")],
      help: "take `container_name` away"
    )
  }

  private func checkBuild(of service: SourcedValue, _ context: inout LoadingContext) {
    guard let build = service["build"] else { return }
    if let inline = build["dockerfile_inline"], let file = build["dockerfile"] {
      context.error(
        .conflict,
        "a build has both `dockerfile` and `dockerfile_inline`",
        [file.label(), inline.label()],
        help: "take one of them away"
      )
    }
    let platforms = build["platforms"]?.items ?? []
    if let platform = service["platform"], let text = platform.text, !text.isEmpty, !platforms.isEmpty,
      !platforms.contains(where: { $0.text == text })
    {
      context.error(
        .conflict,
        "the image isn't built for the platform `\(text)` that the service runs on",
        [platform.label(), (build["platforms"] ?? build).label("what it is built for")],
        help: "add it to `build.platforms`"
      )
    }
  }

  private func checkWatches(of service: SourcedValue, _ context: inout LoadingContext) {
    for watch in service["develop"]?["watch"]?.items ?? [] {
      guard let action = watch["action"]?.text, action.hasPrefix("sync"), watch["target"]?.text?.isEmpty ?? true else {
        continue
      }
      context.error(
        .missingKey,
        "a watch whose action is `\(action)` needs `target`",
        [watch.label()],
        help: "add `target`, the path in the container"
      )
    }
  }

  /// No two things are mounted at the same path.
  func checkTargets(of service: SourcedValue, _ context: inout LoadingContext) {
    var taken: [String: FilePlace] = [:]
    let memory = (service["tmpfs"]?.items ?? []).compactMap { item in
      item.text.map { (String($0.prefix { $0 != ":" }), item.origin) }
    }
    let mounts = (service["volumes"]?.items ?? []).compactMap { item in item["target"]?.text.map { ($0, item.origin) } }
    for (target, place) in memory + mounts {
      guard let other = taken.updateValue(place, forKey: Mount.cleaned(target)) else { continue }
      context.error(
        .conflict,
        "two things are mounted at `\(target)`",
        [place.label(), other.label("the other")],
        help: "give each a target of its own"
      )
    }
  }
}
