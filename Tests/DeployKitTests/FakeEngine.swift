import ComposeModel
import DeployKit
import FoundationEssentials
import GitOpsKit
import SourceDiagnostics
import Synchronization

/// An engine that runs nothing, remembers everything and refuses what a real one would.
///
/// The tag of a service's image says how it will fare: `broken` is unhealthy, `loop` restarts, `once` ends with 0,
/// `missing` can't be pulled, `refused` can't be started; `gone` makes the engine itself disappear.
final class FakeEngine: DeployTarget {
  enum Event: Sendable, Hashable {
    case prepare(String, String)
    case apply(String, String)
    case remove(String)
  }

  private struct State {
    var events: [Event] = []
    var prepared: MaterialisedStack?
    var running: [String: [String: String]] = [:]
    var starts = 0
    var looks = 0
    var refreshed: [String] = []
    var bad: Set<String> = []
    var crashesAt: Event?
    var meanwhile: (@Sendable () throws -> Void)?
  }

  private let state = Mutex(State())

  let mode = DeployReport.Mode.applied

  struct Misuse: Error { var text: String }

  /// All that was asked of it since the last call.
  func takeEvents() -> [Event] {
    state.withLock { state in
      defer { state.events = [] }
      return state.events
    }
  }

  /// The images that run, by project and service.
  var running: [String: [String: String]] { state.withLock { $0.running } }
  /// The services that were made anew by the last start.
  var refreshed: [String] { state.withLock { $0.refreshed } }

  /// Makes the engine disappear when `event` comes, or never.
  func crash(at event: Event?) { state.withLock { $0.crashesAt = event } }

  /// Makes `image` unhealthy from now on.
  func turnBad(_ image: String) { state.withLock { _ = $0.bad.insert(image) } }

  /// Does something while the next stack is being started.
  func meanwhile(_ action: @escaping @Sendable () throws -> Void) { state.withLock { $0.meanwhile = action } }

  func prepare(_ stack: MaterialisedStack) throws(DeployError) {
    let images = try images(of: stack)
    try note(.prepare(stack.path.string, images.values.sorted().joined(separator: " ")))
    if images.values.contains(where: { $0.hasSuffix(":missing") }) {
      throw DeployError(.imagesUnavailable, "pull the images of \(stack.path)", "manifest unknown")
    }
    state.withLock { $0.prepared = stack }
  }

  func apply(_ stack: MaterialisedStack) throws(DeployError) {
    let images = try images(of: stack)
    guard state.withLock({ $0.prepared }) == stack else { throw misuse("\(stack.path) wasn't prepared") }
    try note(.apply(stack.path.string, images.values.sorted().joined(separator: " ")))
    let meanwhile = state.withLock { state in
      defer { state.meanwhile = nil }
      return state.meanwhile
    }
    do { try meanwhile?() } catch { throw misuse("\(error)") }
    state.withLock { state in
      state.prepared = nil
      state.running[stack.project] = images
      state.refreshed = stack.refreshed
      state.starts += 1
      state.looks = 0
    }
    if images.values.contains(where: { $0.hasSuffix(":refused") }) {
      let details = UntrustedText("pulling\nDB_PASSWORD=hunter2\nport is taken")
      throw DeployError(.refusedByEngine, "start \(stack.path)", "port is taken", details: details)
    }
  }

  func containers(of project: String) throws(DeployError) -> [ContainerState] {
    let (images, starts, looks, bad) = state.withLock { state in
      state.looks += 1
      return (state.running[project], state.starts, state.looks, state.bad)
    }
    guard let images else { throw misuse("\(project) doesn't run") }
    return images.map { service, image in
      let id = "\(project)-\(service)-\(starts)"
      switch bad.contains(image) ? "broken" : image.split(separator: ":").last {
      case "broken":
        return ContainerState(id: id, service: service, state: "running", health: looks < 3 ? "starting" : "unhealthy")
      case "loop":
        return ContainerState(id: id, service: service, state: "restarting", exitStatus: 1, restarts: looks)
      case "once": return ContainerState(id: id, service: service, state: "exited", restartPolicy: "no")
      default:
        return ContainerState(id: id, service: service, state: "running", health: looks < 2 ? "starting" : "healthy")
      }
    }
  }

  func logs(of services: [String], in stack: MaterialisedStack) throws(DeployError) -> UntrustedText {
    let known = try images(of: stack)
    guard services.allSatisfy({ known[$0] != nil }) else { throw misuse("no such service in \(stack.path)") }
    return UntrustedText("web-1  | starting\nweb-1  | API_TOKEN=hunter2\nweb-1  | \u{1B}[31mcan't start\n")
  }

  func remove(_ project: String) throws(DeployError) {
    try note(.remove(project))
    guard state.withLock({ $0.running.removeValue(forKey: project) }) != nil else {
      throw misuse("\(project) doesn't run")
    }
  }

  /// The images of the stack as it lies on disk, read as the real engine would.
  private func images(of stack: MaterialisedStack) throws(DeployError) -> [String: String] {
    var images: [String: String] = [:]
    for file in stack.files {
      guard let bytes = FileManager.default.contents(atPath: file) else { throw misuse("\(file) isn't there") }
      let root = ComposeDocument.parse(Array(bytes), file: file).value?.root
      for (name, service) in root?["services"]?.mergedPairs ?? [] {
        if let image = service["image"]?.text { images[name.text ?? ""] = image }
      }
    }
    return images
  }

  private func note(_ event: Event) throws(DeployError) {
    let isGone = state.withLock { state in
      state.events.append(event)
      return state.crashesAt == event
    }
    if isGone { throw DeployError(.engineUnreachable, "reach the container engine", "it's gone") }
  }

  private func misuse(_ text: String) -> DeployError { DeployError(.unreadableAnswer, "use the fake engine", text) }
}
