import FoundationEssentials
import GitKit

/// The script that Git runs before it takes a push.
public struct GuardHook: Sendable {
  /// What installing did.
  public enum Installation: Sendable, Hashable {
    /// The hook was written.
    case written(String)
    /// It was there as it should be.
    case unchanged(String)
  }

  private let program: String
  private let approvers: [String]
  private static let mark = "# Written by longshore-guard install."

  /// A hook that runs `program`.
  ///
  /// - Parameters:
  ///   - program: The guard's path.
  ///   - approvers: Logins that may push to the deployment branch whatever the configuration says.
  public init(program: String, approvers: [String] = []) {
    self.program = program
    self.approvers = approvers
  }

  /// The path of the program that is running.
  ///
  /// - Throws: ``GitOpsError`` when the system doesn't tell.
  public static func ownProgram() throws(GitOpsError) -> String {
    guard let path = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe") else {
      throw GitOpsError(code: .notFound, operation: "find the guard's own path", reason: "/proc isn't there")
    }
    return path
  }

  /// Writes the hook of the bare repository at `path`; a hook that isn't ours is left alone.
  ///
  /// - Throws: `GitError` when there is no repository, ``GitOpsError`` when it isn't bare or has another hook.
  public func install(in path: String) throws -> Installation {
    let repository = try Repository(at: path)
    guard repository.isBare else {
      let reason = "it has a work tree, so it isn't a server's"
      throw refusal(path, reason, help: "name the bare repository that is pushed to")
    }
    let folder = "\(repository.path)\(repository.path.hasSuffix("/") ? "" : "/")hooks"
    let hook = "\(folder)/pre-receive"
    let files = FileManager.default
    if let old = files.contents(atPath: hook) {
      let text = String(decoding: old, as: UTF8.self)
      // Git passes over a hook that can't be run and says nothing.
      if text == script, files.isExecutableFile(atPath: hook) { return .unchanged(hook) }
      guard text.contains(Self.mark) else {
        throw refusal(path, "\(hook) is another hook", help: "call `longshore-guard hook` from it, first")
      }
    }
    try files.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let draft = hook + ".new"
    try Data(script.utf8).write(to: URL(filePath: draft))
    try files.setAttributes([.posixPermissions: 0o755], ofItemAtPath: draft)
    if files.fileExists(atPath: hook) { try files.removeItem(atPath: hook) }
    try files.moveItem(atPath: draft, toPath: hook)
    return .written(hook)
  }

  private var script: String {
    let options = approvers.map { " --approver \(Self.quoted($0))" }.joined()
    return "#!/bin/sh\n\(Self.mark)\nexec \(Self.quoted(program)) hook\(options)\n"
  }

  private static func quoted(_ text: String) -> String {
    "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
  }

  private func refusal(_ path: String, _ reason: String, help: String) -> GitOpsError {
    GitOpsError(code: .unreadableFile, operation: "install the guard in \(path)", reason: reason, help: help)
  }
}
