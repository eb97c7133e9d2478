/// A device of the host in a container, as a short item of `devices` has it: `/dev/ttyUSB0:/dev/tty0:rw`.
///
/// As the Compose specification's section on a service's `devices` has it.
public struct Device: TextValue {
  /// The path on the host, or the name of a device of the container device interface: `vendor.com/class=name`.
  public var source: String
  /// The path in the container.
  public var target: String
  /// What may be done with it: letters of `r` to read, `w` to write, `m` to make it with mknod.
  public var permissions: String

  /// Describes a device.
  ///
  /// - Parameters:
  ///   - source: The path on the host.
  ///   - target: The path in the container; nil when it is that of the host.
  ///   - permissions: What may be done with it.
  public init(source: String, target: String? = nil, permissions: String = "rwm") {
    self.source = source
    self.target = target ?? source
    self.permissions = permissions
  }

  /// Reads `source[:target[:permissions]]`; none of the parts is looked at, as in the reference.
  ///
  /// - Throws: ``ValueError`` when `text` has more parts.
  public init(parsing text: String) throws(ValueError) {
    let parts = text.utf8.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
      .map { String(Substring($0)) }
    guard let source = parts.first, parts.count <= 3 else {
      throw ValueError("`\(text)` has more parts than a device has")
    }
    let target = parts.count > 1 && !parts[1].isEmpty ? parts[1] : source
    self.init(source: source, target: target, permissions: parts.count > 2 ? parts[2] : "rwm")
  }
}

extension Device {
  /// The short syntax with all of its parts.
  public var description: String { "\(source):\(target):\(permissions)" }
}
