import CLibGit2
import GitKit

extension Conversation {
  private static let longestMessage = 64 << 10

  /// What libgit2 calls while it talks; the payload is this object, which outlives the conversation.
  func callbacks() throws(GitError) -> git_remote_callbacks {
    var callbacks = unsafe git_remote_callbacks()
    try attempt(unsafe git_remote_init_callbacks(&callbacks, UInt32(GIT_REMOTE_CALLBACKS_VERSION)))
    unsafe callbacks.payload = Unmanaged.passUnretained(self).toOpaque()
    unsafe callbacks.credentials = { out, _, user, allowed, payload in
      unsafe Conversation.at(payload)?.credential(out, user.map { unsafe String(cString: $0) }, allowed) ?? -1
    }
    unsafe callbacks.certificate_check = { certificate, _, _, payload in
      unsafe Conversation.at(payload)?.judge(certificate) ?? -1
    }
    unsafe callbacks.sideband_progress = { text, count, payload in
      unsafe Conversation.at(payload)?.listen(UnsafeRawBufferPointer(start: text, count: Int(count))) ?? -1
    }
    unsafe callbacks.transfer_progress = { progress, payload in
      unsafe Conversation.at(payload)?.receive(progress?.pointee.received_bytes ?? 0) ?? -1
    }
    unsafe callbacks.pack_progress = { _, _, _, payload in unsafe Conversation.at(payload)?.proceed() ?? -1 }
    unsafe callbacks.push_transfer_progress = { _, _, _, payload in unsafe Conversation.at(payload)?.proceed() ?? -1 }
    unsafe callbacks.push_negotiation = { planned, count, payload in
      unsafe Conversation.at(payload)?.compare(UnsafeBufferPointer(start: planned, count: count)) ?? -1
    }
    unsafe callbacks.push_update_reference = { name, status, payload in
      // Both texts are lent for this call.
      guard let name = unsafe name else { return -1 }
      return unsafe Conversation.at(payload)?.decide(String(cString: name), status.map { unsafe String(cString: $0) })
        ?? -1
    }
    return unsafe callbacks
  }

  private static func at(_ payload: UnsafeMutableRawPointer?) -> Conversation? {
    // Every payload is a conversation that is held by its caller until libgit2 returns.
    unsafe payload.map { unsafe Unmanaged<Conversation>.fromOpaque($0).takeUnretainedValue() }
  }

  /// Notes a sign of life; ends the conversation when the caller has given up.
  func proceed() -> Int32 {
    signs.beat()
    return signs.isStopped ? stop(.cancelled, "the caller gave up") : 0
  }

  /// Ends the conversation for a reason.
  func stop(_ code: GitError.Code, _ reason: String, _ help: String? = nil) -> Int32 {
    failure = failure ?? GitError(code: code, operation: operation, reason: reason, help: help)
    return GIT_EUSER.rawValue
  }

  private func receive(_ bytes: Int) -> Int32 {
    guard bytes <= remote.mostReceived else {
      return stop(
        .tooLarge,
        "the server sent more than \(remote.mostReceived) bytes",
        "keep large files out of this repository"
      )
    }
    return proceed()
  }

  private func listen(_ words: UnsafeRawBufferPointer) -> Int32 {
    // The bytes are lent for this call and copied.
    unsafe message.append(contentsOf: words.prefix(Self.longestMessage - message.count))
    return proceed()
  }

  private func compare(_ planned: UnsafeBufferPointer<UnsafePointer<git_push_update>?>) -> Int32 {
    for index in planned.indices {
      // The plan belongs to libgit2 for this call; names and ids are copied.
      guard let step = unsafe planned[index]?.pointee, let raw = unsafe step.dst_refname else { continue }
      let (name, held) = unsafe (String(cString: raw), ObjectID(step.src))
      do throws(GitError) {
        let reference = try RefName(name)
        try scope.require(reference, operation)
        guard let update = updates.first(where: { $0.ref == reference }) else {
          return stop(.outOfScope, "nobody asked to push \(reference)")
        }
        try update.requireExpected(held == .zero ? nil : held, operation)
      } catch {
        failure = failure ?? error
        return GIT_EUSER.rawValue
      }
    }
    return proceed()
  }

  private func decide(_ name: String, _ refusal: String?) -> Int32 {
    decided.insert(name)
    refusals[name] = refusal.map { GitError.oneLine($0) }
    return proceed()
  }
}
