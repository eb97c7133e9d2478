import Glibc
import Subprocess

/// What was seen of a program between its start and its end.
struct Watched: Sendable {
  var output: OutputTail
  var errors: OutputTail
  var isLate: Bool
}

extension ProcessRunner {
  /// How long what a program wrote last may take to arrive once it has ended.
  private static var afterglow: Duration { .seconds(1) }

  /// Reads both outputs until the program ends, and ends it when its time is over.
  func watch(
    _ execution: Execution<NoInput, SequenceOutput, SequenceOutput>,
    deadline: Duration,
    outputLimit: Int
  ) async -> Watched {
    let output = Task { await Self.tail(execution.standardOutput, limit: outputLimit) }
    let errors = Task { await Self.tail(execution.standardError, limit: outputLimit) }
    let isLate = await end(execution, after: deadline)
    // Whoever inherited the pipes may write to them for ever.
    let patience = Task {
      try await Task.sleep(for: Self.afterglow)
      output.cancel()
      errors.cancel()
    }
    let seen = Watched(output: await output.value, errors: await errors.value, isLate: isLate)
    patience.cancel()
    return seen
  }

  /// Waits for the program's end, and forces it `deadline` after its start; answers whether that was needed.
  private func end(
    _ execution: Execution<NoInput, SequenceOutput, SequenceOutput>,
    after deadline: Duration
  ) async -> Bool {
    let alarm = Task {
      try await Task.sleep(for: deadline)
      // A busy process sees late what ended in time.
      guard Self.isRunning(execution.processIdentifier) else { return false }
      await execution.teardown(using: [
        .send(signal: .terminate, toProcessGroup: true, allowedDurationToNextStep: grace)
      ])
      return true
    }
    // Signal 0 is no signal: this only waits, and the alarm or the caller's cancellation ends it.
    await execution.teardown(using: [
      .send(signal: Signal(rawValue: 0), allowedDurationToNextStep: .seconds(Int32.max))
    ])
    alarm.cancel()
    let isLate = (try? await alarm.value) ?? false
    // The program has ended but the system hasn't forgotten it yet, so the group is still its own.
    if isLate || Task.isCancelled { try? execution.send(signal: .kill, toProcessGroup: true) }
    return isLate
  }

  /// Whether the program hasn't ended: asks the system (`waitid`) and leaves the answer there for whoever waits.
  private static func isRunning(_ program: ProcessIdentifier) -> Bool {
    var seen = unsafe siginfo_t()
    let answer = unsafe waitid(P_PID, id_t(program.value), &seen, WEXITED | WNOHANG | WNOWAIT)
    return unsafe answer == 0 && seen.si_signo == 0
  }

  private static func tail(_ pieces: SubprocessOutputSequence, limit: Int) async -> OutputTail {
    var tail = OutputTail(limit: limit)
    do {
      for try await piece in pieces {
        // The bytes are copied before the piece's storage goes away.
        tail.append(unsafe piece.withUnsafeBytes { unsafe Array($0) })
        if Task.isCancelled { break }
      }
    } catch {
      // What can't be read any more is what was never written.
    }
    return tail
  }
}
