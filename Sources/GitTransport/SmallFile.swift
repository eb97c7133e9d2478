#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// Files that SSH needs: keys and known hosts.
enum SmallFile {
  /// The bytes of the file at `path`; nil when it can't be read or is longer than `limit`.
  static func bytes(at path: String, limit: Int = 64 << 10) -> [UInt8]? {
    guard !path.utf8.contains(0) else { return nil }
    let file = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var bytes: [UInt8] = []
    while bytes.count <= limit {
      let chunk = unsafe [UInt8](unsafeUninitializedCapacity: 16 << 10) { buffer, count in
        // At most the buffer's capacity is written, and only what was written is kept.
        unsafe count = max(0, read(file, buffer.baseAddress, buffer.count))
      }
      if chunk.isEmpty { return bytes }
      bytes += chunk
    }
    return nil
  }
}
