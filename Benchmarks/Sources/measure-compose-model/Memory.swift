import ComposeModel
import Workload

/// How much memory opening a file takes at most, its bytes included.
enum Memory {
  static func measure(_ path: String) {
    guard let before = status("VmRSS"), let bytes = Disk.read(path) else { return print("can't read \(path)") }
    let size = bytes.count
    let document = parsed(consume bytes)
    guard let after = status("VmHWM"), let document, !document.roots.isEmpty else {
      return print("can't parse \(path)")
    }
    print(size, after - before)
  }

  /// The bytes that the kernel counts under `name` for this process.
  private static func status(_ name: String) -> Int? {
    let lines = Disk.readStream("/proc/self/status").split(separator: UInt8(ascii: "\n"))
    let line = lines.map { String(decoding: $0, as: UTF8.self) }.first { $0.hasPrefix(name + ":") }
    return line.flatMap { Int($0.filter(\.isNumber)) }.map { $0 << 10 }
  }
}
