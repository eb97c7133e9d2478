import GitOpsKit

/// The health gate's memory and judgement, without a clock or an engine: what was seen goes in, a judgement comes out.
public struct HealthWatch: Sendable {
  private let services: [ExpectedService]
  private let rules: HealthRules
  private var memories: [String: Memory] = [:]

  /// What is remembered of one container.
  private struct Memory {
    var restartsAtFirst: Int
    var restarts: Int
    var startedAt: String
    var steadySince: Duration?
    var unhealthySince: Duration?
  }

  /// What one container, or the lack of one, means for its service.
  private enum Standing: Equatable {
    case good
    case waiting(String)
    case bad(String)

    var isBad: Bool { if case .bad = self { true } else { false } }
  }

  /// Watches `services` by `rules`.
  public init(_ services: [ExpectedService], rules: HealthRules) {
    self.services = services
    self.rules = rules
  }

  /// Takes in a look at the stack's containers, `elapsed` after the watch began, and judges.
  ///
  /// Looks must come in the order of time. Containers of services that aren't expected don't count.
  public mutating func see(_ containers: [ContainerState], after elapsed: Duration) -> HealthJudgement {
    let containers = containers.filter { $0.state != "removing" }
    for container in containers { remember(container, elapsed) }
    let patience = patience(for: containers)
    var judgement = HealthJudgement(.healthy)
    for service in services {
      let own = containers.filter { $0.service == service.name }.sorted { $0.id < $1.id }
      let standings = standings(of: service, own, elapsed)
      judgement.services.append(health(of: service, own, standings))
      guard let worst = standings.first(where: \.isBad) ?? standings.first(where: { $0 != .good }) else { continue }
      judgement.troubled.append(service.name)
      switch worst {
      case .good: continue
      case .bad(let reason):
        judgement.reasons.append("`\(service.name)` \(reason)")
        judgement.decision = .unhealthy
      case .waiting(let reason):
        let isLate = elapsed >= patience
        judgement.reasons.append("`\(service.name)` \(reason)\(isLate ? " after \(elapsed.inSeconds)" : "")")
        if isLate { judgement.decision = .unhealthy }
        if judgement.decision == .healthy { judgement.decision = .waiting }
      }
    }
    return judgement
  }

  private mutating func remember(_ container: ContainerState, _ elapsed: Duration) {
    var memory =
      memories[container.id]
      ?? Memory(
        restartsAtFirst: container.restarts,
        restarts: container.restarts,
        startedAt: container.startedAt
      )
    let wasRestarted = memory.restarts != container.restarts || memory.startedAt != container.startedAt
    if wasRestarted || container.state != "running" { memory.steadySince = nil }
    if container.state == "running" { memory.steadySince = memory.steadySince ?? elapsed }
    memory.unhealthySince = container.health == "unhealthy" ? memory.unhealthySince ?? elapsed : nil
    memory.restarts = container.restarts
    memory.startedAt = container.startedAt
    memories[container.id] = memory
  }

  private func patience(for containers: [ContainerState]) -> Duration {
    let asked = containers.filter { $0.health == "starting" }.map(\.firstAnswerTakes).max() ?? .zero
    return max(rules.patience, min(asked, HealthRules.longestPatience))
  }

  private func standings(
    of service: ExpectedService,
    _ containers: [ContainerState],
    _ elapsed: Duration
  ) -> [Standing] {
    let missing = service.containers - containers.count
    let some = containers.isEmpty ? "has no container" : "lacks \(missing) of \(service.containers) containers"
    let lack: [Standing] = missing > 0 ? [.waiting(some)] : []
    return containers.map { standing(of: $0, elapsed) } + lack
  }

  private func standing(of container: ContainerState, _ elapsed: Duration) -> Standing {
    let memory = memories[container.id]
    let loops = container.restarts - (memory?.restartsAtFirst ?? 0)
    if loops >= rules.restartLimit { return .bad("restarts in a loop, \(loops) times so far") }
    switch container.state {
    case "running": return running(container, memory, elapsed)
    case "exited": return ended(container)
    case "dead": return .bad("is dead: the engine can't remove its container")
    case "restarting": return .waiting("is being restarted, it ended with status \(container.exitStatus)")
    default: return .waiting("is \(container.state)")
    }
  }

  private func running(_ container: ContainerState, _ memory: Memory?, _ elapsed: Duration) -> Standing {
    switch container.health {
    case nil:
      let steady = elapsed - (memory?.steadySince ?? elapsed)
      if steady >= rules.settling { return .good }
      return .waiting(restarted(memory) ?? "hasn't run long enough")
    case "healthy": return .good
    case "unhealthy":
      let since = elapsed - (memory?.unhealthySince ?? elapsed)
      return since >= rules.settling ? .bad("is unhealthy") : .waiting("is unhealthy")
    default: return .waiting(restarted(memory) ?? "hasn't passed its health check")
    }
  }

  private func restarted(_ memory: Memory?) -> String? {
    guard let memory, memory.restarts > memory.restartsAtFirst else { return nil }
    let times = memory.restarts - memory.restartsAtFirst
    return "was restarted \(times == 1 ? "once" : "\(times) times")"
  }

  private func ended(_ container: ContainerState) -> Standing {
    let status = "ended with status \(container.exitStatus)"
    guard container.mayFinish else { return .waiting(status) }
    if container.exitStatus == 0, container.health == nil { return .good }
    // The engine may still try again.
    if container.exitStatus != 0, container.restartPolicy == "on-failure" { return .waiting(status) }
    return .bad(container.health == nil ? status : "\(status), and a service with a health check must go on running")
  }

  /// How a service is: as the container that is worst off.
  private func health(
    of service: ExpectedService,
    _ containers: [ContainerState],
    _ standings: [Standing]
  ) -> ServiceHealth {
    let worst = standings.firstIndex(where: \.isBad) ?? standings.firstIndex { $0 != .good } ?? 0
    guard containers.indices.contains(worst) else { return ServiceHealth(name: service.name, state: "missing") }
    let container = containers[worst]
    return ServiceHealth(name: service.name, state: container.state, health: container.health)
  }
}

extension Duration {
  /// The duration in whole seconds, as a person says it.
  fileprivate var inSeconds: String { components.seconds == 1 ? "1 second" : "\(components.seconds) seconds" }
}
