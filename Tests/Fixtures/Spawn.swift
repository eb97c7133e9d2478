import Foundation

/// Starts a process by the system's own means.
enum Spawn {
  /// Starts a process group of its own, whose three standard files are `files`, and answers its number.
  static func start(
    _ executable: String,
    _ arguments: [String],
    environment: [String: String],
    files: [String]
  ) throws -> Int32 {
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    for (number, file) in files.enumerated() {
      let mode = number == 0 ? O_RDONLY : O_WRONLY | O_CREAT
      unsafe posix_spawn_file_actions_addopen(&actions, Int32(number), file, mode, 0o644)
    }
    var attributes = posix_spawnattr_t()
    unsafe posix_spawnattr_init(&attributes)
    defer { unsafe posix_spawnattr_destroy(&attributes) }
    setSignals(&attributes)
    var number: pid_t = 0
    let status = unsafe withTexts([executable] + arguments) { words in
      unsafe withTexts(environment.map { "\($0.key)=\($0.value)" }) { variables in
        unsafe posix_spawn(&number, executable, &actions, &attributes, words, variables)
      }
    }
    guard status == 0 else { throw Program.Failure("\(executable) can't be started: errno \(status)") }
    return number
  }

  private static func setSignals(_ attributes: inout posix_spawnattr_t) {
    var signals = sigset_t()
    unsafe sigemptyset(&signals)
    unsafe posix_spawnattr_setsigmask(&attributes, &signals)
    unsafe sigfillset(&signals)
    unsafe posix_spawnattr_setsigdefault(&attributes, &signals)
    unsafe posix_spawnattr_setpgroup(&attributes, 0)
    let flags = POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP
    unsafe posix_spawnattr_setflags(&attributes, Int16(flags))
  }

  /// Lends `texts` as C wants them, with nothing after the last, to `use`.
  private static func withTexts<Result>(
    _ texts: [String],
    _ use: (UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> Result
  ) -> Result {
    var copies = unsafe texts.map { unsafe strdup($0) } + [nil]
    defer { for index in unsafe copies.indices { unsafe free(copies[index]) } }
    return unsafe use(&copies)
  }
}
