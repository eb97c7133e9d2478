import CLockdown
import Fixtures
import Foundation
import GitKit
import Testing

@Suite struct `A process that locked itself` {
  @Test func `opens no socket, on no thread`() async {
    await #expect(processExitsWith: .success) {
      #expect(longshore_lock_down() == 0)
      for family in [AF_INET, AF_INET6, AF_UNIX, AF_NETLINK] {
        #expect(socket(family, Int32(SOCK_STREAM.rawValue), 0) == -1)
        #expect(errno == EPERM)
      }
      let (descriptor, code) = await Task.detached { (socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0), errno) }.value
      #expect((descriptor, code) == (-1, EPERM))
    }
  }

  @Test func `starts no program`() async {
    await #expect(processExitsWith: .success) {
      #expect(longshore_lock_down() == 0)
      #expect(throws: (any Error).self) {
        try Process.run(URL(fileURLWithPath: "/bin/true"), arguments: []).waitUntilExit()
      }
    }
  }

  @Test func `still reads and writes files, and can be locked twice`() async {
    await #expect(processExitsWith: .success) {
      #expect(longshore_lock_down() == 0)
      #expect(longshore_lock_down() == 0)
      let file = URL(fileURLWithPath: "/tmp/longshore-locked-\(UUID().uuidString)")
      try Data("x".utf8).write(to: file)
      #expect(try Data(contentsOf: file) == Data("x".utf8))
      try FileManager.default.removeItem(at: file)
    }
  }

  @Test func `still reads a repository`() async throws {
    let clone = try GitFixture()
    let head = try clone.commit(["a": "1"])
    let places = [clone.path, head]
    await #expect(processExitsWith: .success) { [places = places as [String]] in
      #expect(longshore_lock_down() == 0)
      let repository = try Repository(at: places[0])
      #expect(try repository.changes(from: nil, to: ObjectID(hex: places[1])).map(\.path) == ["a"])
    }
  }
}
