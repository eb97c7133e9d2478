import Dispatch
import Synchronization

/// What the caller and the thread that talks to a server tell each other.
final class Signs: Sendable {
  private let stopped = Atomic<Bool>(false)
  private let lastBeat = Atomic<UInt64>(DispatchTime.now().uptimeNanoseconds)

  /// Whether the caller has given up.
  var isStopped: Bool { stopped.load(ordering: .acquiring) }

  /// How long nothing was heard of the server.
  var silence: Duration {
    let now = DispatchTime.now().uptimeNanoseconds
    let last = lastBeat.load(ordering: .acquiring)
    return .nanoseconds(now > last ? now - last : 0)
  }

  /// Tells the thread to end as soon as it can.
  func stop() { stopped.store(true, ordering: .releasing) }

  /// Notes that the server said something.
  func beat() { lastBeat.store(DispatchTime.now().uptimeNanoseconds, ordering: .releasing) }
}
