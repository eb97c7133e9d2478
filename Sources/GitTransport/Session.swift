import Dispatch
import GitKit
import Synchronization

/// One call to a server: a thread of its own for libgit2, which blocks, and a watchman who keeps the time.
struct Session: Sendable {
  let remote: RemoteRepository
  let operation: String
  private let signs = Signs()

  /// Threads that talk to servers now; those whose caller gave up are among them until their server hangs up.
  private static let running = Atomic<Int>(0)
  private static let mostRunning = 64
  /// A server may take this many times its patience in all, however often it shows a sign of life.
  private static let longest = 20

  init(_ remote: RemoteRepository, _ operation: String) {
    self.remote = remote
    self.operation = operation
  }

  /// Runs `body` on a thread of its own and answers what it answers, unless the time is over or the task cancelled.
  ///
  /// The thread may then still wait for its server. It owns all it touches, and ends at the server's next word.
  func run<Value: Sendable>(
    _ body: @escaping @Sendable (Conversation) throws(GitError) -> Value
  ) async throws(GitError) -> Value {
    defer { signs.stop() }
    guard Self.running.add(1, ordering: .relaxed).newValue <= Self.mostRunning else {
      Self.running.subtract(1, ordering: .relaxed)
      throw failure(
        .timedOut,
        "\(Self.mostRunning) earlier calls still wait for their servers",
        "start this program anew"
      )
    }
    // The first answer wins: the thread's or the watchman's.
    let (answers, answer) = AsyncStream.makeStream(
      of: Result<Value, GitError>.self,
      bufferingPolicy: .bufferingOldest(1)
    )
    DispatchQueue(label: "longshore.git-transport").async {
      let result = Result { () throws(GitError) in try body(Conversation(remote, operation, signs)) }
      Self.running.subtract(1, ordering: .relaxed)
      answer.yield(result)
    }
    watch(since: .now()) { answer.yield(.failure($0)) }
    for await first in answers { return try first.get() }
    throw failure(.cancelled, "the caller gave up")
  }

  private func watch(since start: DispatchTime, giveUp: @escaping @Sendable (GitError) -> Void) {
    let elapsed = Duration.nanoseconds(DispatchTime.now().uptimeNanoseconds - start.uptimeNanoseconds)
    let patience = remote.patience
    if signs.isStopped { return }
    let silence = signs.silence
    let help = "check the address and that the server is up"
    if silence >= patience { return giveUp(failure(.timedOut, "the server was silent for \(patience.inWords)", help)) }
    if elapsed >= patience * Self.longest {
      return giveUp(failure(.timedOut, "it took more than \((patience * Self.longest).inWords)", help))
    }
    let wait = min(patience - silence, patience * Self.longest - elapsed)
    DispatchQueue.global().asyncAfter(deadline: .now() + .nanoseconds(wait.wholeNanoseconds + 1_000_000)) {
      watch(since: start, giveUp: giveUp)
    }
  }

  private func failure(_ code: GitError.Code, _ reason: String, _ help: String? = nil) -> GitError {
    GitError(code: code, operation: operation, reason: reason, help: help)
  }
}

extension RemoteRepository {
  func session(_ operation: String) -> Session { Session(self, operation) }
}

extension Duration {
  fileprivate var wholeNanoseconds: Int {
    let seconds = Int(clamping: components.seconds).multipliedReportingOverflow(by: 1_000_000_000)
    return seconds.overflow ? .max / 2 : seconds.partialValue + Int(components.attoseconds / 1_000_000_000)
  }

  fileprivate var inWords: String {
    let milliseconds = components.attoseconds / 1_000_000_000_000_000
    if milliseconds != 0 { return "\(components.seconds * 1_000 + milliseconds) milliseconds" }
    return components.seconds == 1 ? "1 second" : "\(components.seconds) seconds"
  }
}
