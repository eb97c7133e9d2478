import FoundationEssentials

/// Files of this host, with errors a person understands.
///
/// No function here follows a link at the end of a path.
enum HostFile {
  /// What stands at a path.
  enum Kind: Sendable {
    case file
    case directory
    case link
    case other
  }

  /// What stands at `path`; nil when nothing does.
  static func kind(at path: String) throws(DeployError) -> Kind? {
    do {
      switch try FileManager.default.attributesOfItem(atPath: path)[.type] as? FileAttributeType {
      case .typeRegular: return .file
      case .typeDirectory: return .directory
      case .typeSymbolicLink: return .link
      default: return .other
      }
    } catch {
      if isAbsence(error) { return nil }
      throw trouble("look at \(path)", error)
    }
  }

  /// The bytes of the file at `path`; nil when there is none.
  static func read(_ path: String) throws(DeployError) -> [UInt8]? {
    guard try kind(at: path) == .file else { return nil }
    do { return Array(try Data(contentsOf: URL(filePath: path))) } catch { throw trouble("read \(path)", error) }
  }

  /// Whether the file at `path` holds `bytes`.
  static func holds(_ bytes: [UInt8], at path: String) throws(DeployError) -> Bool { try read(path) == bytes }

  /// Whether the file at `path` may be run by somebody.
  static func isExecutable(_ path: String) -> Bool { FileManager.default.isExecutableFile(atPath: path) }

  /// Puts a file of `bytes` in the place of what is at `path`, in one step.
  static func replace(_ path: String, with bytes: [UInt8], permissions: Int) throws(DeployError) {
    do { try Data(bytes).write(to: URL(filePath: path), options: .atomic) } catch {
      throw trouble("write \(path)", error)
    }
    try setPermissions(permissions, at: path)
  }

  /// Sets who may do what with the file at `path`.
  static func setPermissions(_ permissions: Int, at path: String) throws(DeployError) {
    do {
      try FileManager.default.setAttributes([.posixPermissions: permissions], ofItemAtPath: path)
    } catch {
      throw trouble("set the permissions of \(path)", error)
    }
  }

  /// Makes a symbolic link at `path`, where nothing is.
  static func link(_ path: String, to target: String) throws(DeployError) {
    do {
      try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: target)
    } catch {
      throw trouble("link \(path)", error)
    }
  }

  /// Where the link at `path` leads.
  static func target(ofLink path: String) -> String? {
    try? FileManager.default.destinationOfSymbolicLink(atPath: path)
  }

  /// Makes a directory, and those above it.
  static func makeDirectory(_ path: String, permissions: Int = 0o755) throws(DeployError) {
    do {
      try FileManager.default.createDirectory(
        atPath: path,
        withIntermediateDirectories: true,
        attributes: [.posixPermissions: permissions]
      )
    } catch {
      throw trouble("make directory \(path)", error)
    }
  }

  /// Whether nothing is in the directory at `path`.
  static func isEmptyDirectory(_ path: String) throws(DeployError) -> Bool {
    do {
      return try FileManager.default.contentsOfDirectory(atPath: path).isEmpty
    } catch {
      throw trouble("list \(path)", error)
    }
  }

  /// Removes a file, a link or an empty directory.
  static func remove(_ path: String) throws(DeployError) {
    do { try FileManager.default.removeItem(atPath: path) } catch { throw trouble("remove \(path)", error) }
  }

  private static func isAbsence(_ error: any Error) -> Bool {
    let code = (error as? CocoaError)?.code
    return code == .fileNoSuchFile || code == .fileReadNoSuchFile
  }

  private static func trouble(_ operation: String, _ error: any Error) -> DeployError {
    switch (error as? CocoaError)?.code {
    case .fileWriteOutOfSpace:
      return DeployError(.fileSystem, operation, "the disk is full", help: "free some space and run again")
    case .fileWriteNoPermission, .fileReadNoPermission:
      return DeployError(.fileSystem, operation, "this user may not do that", help: "run as the directory's owner")
    case .fileWriteVolumeReadOnly:
      return DeployError(.fileSystem, operation, "the file system can't be written to")
    default: return DeployError(.fileSystem, operation, "the file system refused it")
    }
  }
}
