import Foundation

/// A real repository made with the real `git`, in a temporary directory of its own.
///
/// Identity, dates and configuration are fixed, so the same calls give the same object names on every machine.
public final class GitFixture: @unchecked Sendable {  // the clock alone changes, under its lock
  /// Whether `git` is installed, for `.enabled(if: GitFixture.isAvailable, GitFixture.absence)`.
  public static let isAvailable = Program.locate("git") != nil
  /// What a skipped test says.
  public static let absence = "git isn't installed"

  /// Keeps user and system configuration out of `git`.
  public static let isolation = [
    "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_NOSYSTEM": "1", "GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C",
  ]

  /// Where the repository lies: the work tree, or the bare repository itself.
  public let path: String
  /// What holds the repository.
  public let directory: TemporaryDirectory
  private let lock = NSLock()
  private var clock = 1_700_000_000

  /// Makes an empty repository with branch `main`.
  ///
  /// - Parameters:
  ///   - kind: With a work tree, or bare as a server has it.
  ///   - directory: Where to put it, a new temporary directory if nil.
  ///   - name: The folder's name.
  /// - Throws: ``Program/Failure`` when `git` can't.
  public init(
    _ kind: Kind = .withWorkTree,
    in directory: TemporaryDirectory? = nil,
    named name: String = "repo"
  ) throws {
    self.directory = try directory ?? TemporaryDirectory(named: "git")
    path = try self.directory.makeDirectory(name)
    try git("init", "--quiet", "--initial-branch=main", kind == .bare ? "--bare" : "--no-bare")
  }

  /// Clones `source` (a path or an address) into a new temporary directory.
  public init(cloning source: String, _ kind: Kind = .withWorkTree) throws {
    directory = try TemporaryDirectory(named: "git")
    path = try directory.makeDirectory("clone")
    try git("clone", "--quiet", kind == .bare ? "--bare" : "--no-bare", source, ".")
  }

  /// Whether a repository has a work tree.
  public enum Kind: Sendable {
    /// Files beside a `.git` folder.
    case withWorkTree
    /// Objects and references only.
    case bare
  }

  /// Runs `git` here and answers its output without white space around it.
  ///
  /// - Throws: ``Program/Failure`` with all it said when its status isn't 0.
  @discardableResult
  public func git(_ arguments: String..., input: String = "", environment: [String: String] = [:]) throws -> String {
    let result = try run(arguments, input: input, environment: environment)
    guard result.status == 0 else {
      let command = arguments.joined(separator: " ")
      throw Program.Failure("git \(command): \(result.status)\n\(result.output)\(result.errors)")
    }
    return result.trimmed
  }

  /// Runs `git` here, whatever its status.
  public func run(
    _ arguments: [String],
    input: String = "",
    environment: [String: String] = [:]
  ) throws -> Program.Result {
    let date = "\(tick()) +0000"
    let identity = [
      "GIT_AUTHOR_NAME": "Ada", "GIT_AUTHOR_EMAIL": "ada@example.org", "GIT_AUTHOR_DATE": date,
      "GIT_COMMITTER_NAME": "Ada", "GIT_COMMITTER_EMAIL": "ada@example.org", "GIT_COMMITTER_DATE": date,
    ]
    let variables = Self.isolation.merging(identity) { $1 }.merging(environment) { $1 }
    return try Program.run("git", arguments, in: path, environment: variables, input: input)
  }

  /// Writes files (nil removes one), commits everything, and answers the commit's name.
  @discardableResult
  public func commit(_ files: [String: String?], message: String = "change") throws -> String {
    for (name, text) in files.sorted(by: { $0.key < $1.key }) {
      if let text { try write(text, to: name) } else { try FileManager.default.removeItem(atPath: "\(path)/\(name)") }
    }
    try git("add", "--all")
    try git("commit", "--quiet", "--allow-empty", "-m", message)
    return try git("rev-parse", "HEAD")
  }

  /// Writes a file of the work tree without adding it to the index.
  public func write(_ text: String, to name: String) throws {
    let file = URL(fileURLWithPath: "\(path)/\(name)")
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  /// Installs an executable hook, such as `pre-receive`, whose text is `script`.
  public func installHook(_ name: String, _ script: String) throws {
    let folder = try git("rev-parse", "--git-path", "hooks")
    let hooks = folder.hasPrefix("/") ? folder : "\(path)/\(folder)"
    try FileManager.default.createDirectory(atPath: hooks, withIntermediateDirectories: true)
    try Program.write(script, to: "\(hooks)/\(name)")
  }

  private func tick() -> Int {
    lock.withLock {
      clock += 60
      return clock
    }
  }
}
