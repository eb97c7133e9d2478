import ComposeModel
import SourceDiagnostics

/// A device through which a container reads or writes what isn't its own.
struct DangerousDevice: ServiceRule {
  let code: DiagnosticCode = .dangerousDevice
  let levels = LevelByRole(agent: .deny, person: .warn)
  let rationale =
    "Whoever writes to a disk or to the memory as a device has every file of the host, whatever its rights."

  func observations(of service: Service, in state: StackState) -> [Observation] {
    service.devices.enumerated().filter { Self.isDangerous($0.element.source) }.map { index, device in
      observation(
        "is given the device \(device.source.quoted), and so what the host keeps there",
        of: service,
        at: ["devices", .index(index)],
        in: state,
        help: "mount the directory that is needed in its place"
      )
    }
  }

  /// Whether a device is the memory of the host, one of its disks, or all of its devices.
  static func isDangerous(_ path: String) -> Bool {
    let path = path.cleanedPath
    guard path != "/dev", path != "/" else { return true }
    guard path.hasPrefix("/dev/") else { return false }
    let name = path.dropFirst(5)
    return ["mem", "kmem", "port", "core"].contains(name)
      || ["mapper/", "disk/", "nvme", "mmcblk", "dm-", "loop", "md"].contains { name.hasPrefix($0) }
      || ["sd", "hd", "vd", "xvd"].contains { name.hasPrefix($0) && name.dropFirst($0.count).first?.isLetter == true }
  }
}
