import Dispatch
import Foundation

/// A socket on 127.0.0.1 that takes connections; what it says, if anything, is up to the test.
public final class ListeningSocket: Sendable {
  /// The port it listens on.
  public let port: Int
  private let descriptor: Int32

  /// Listens on a free port and never says a word, or gives `answer` to everyone who sends a line.
  public init(answer: String? = nil) throws {
    let stream = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
    descriptor = socket(AF_INET, stream, 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let file = descriptor
    // The address is one of the Internet family, read and written in its own size.
    let status = unsafe withUnsafeMutablePointer(to: &address) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { raw in
        unsafe bind(file, raw, size) == 0 && listen(file, 16) == 0 && getsockname(file, raw, &size) == 0
      }
    }
    port = Int(UInt16(bigEndian: address.sin_port))
    guard status else { throw Program.Failure("no socket: errno \(errno)") }
    if let answer { DispatchQueue.global().async { Self.serve(file, answer) } }
  }

  deinit {
    shutdown(descriptor, Int32(SHUT_RDWR))
    close(descriptor)
  }

  /// A port that is free now.
  public static func freePort() throws -> Int { try ListeningSocket().port }

  private static func serve(_ listener: Int32, _ answer: String) {
    while true {
      let connection = accept(listener, nil, nil)
      guard connection >= 0 else { return }
      DispatchQueue.global().async {
        var buffer = [UInt8](repeating: 0, count: 8 << 10)
        // The buffer and the answer are read and written in their own sizes.
        while unsafe recv(connection, &buffer, buffer.count, 0) > 0 {
          _ = unsafe send(connection, answer, answer.utf8.count, Int32(MSG_NOSIGNAL))
        }
        close(connection)
      }
    }
  }
}
