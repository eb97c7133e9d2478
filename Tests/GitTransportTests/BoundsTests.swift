import Fixtures
import Foundation
import GitKit
import Testing

@testable import GitTransport

@Suite(.enabled(if: GitDaemon.isAvailable, "git daemon isn't installed"), .timeLimit(.minutes(10)))
struct `Bounds of a conversation` {
  @Test func `a server that sends too much is cut short`() async throws {
    let server = try GitFixture()
    var files: [String: String?] = [:]
    for index in 0..<200 { files["f\(index)"] = (0..<200).map { "\($0 * index) " }.joined() }
    try server.commit(files)
    let daemon = try GitDaemon(serving: server.directory.path)
    let clone = try GitFixture()
    var remote = try RemoteRepository(url: daemon.url(of: server.path), localRepository: clone.path)
    remote.mostReceived = 10_000
    let (url, few) = (remote.url, remote)
    let error = await #expect(throws: GitError.self) { try await few.fetch([.branches()]) }
    #expect(error?.code == .tooLarge)
    #expect(error?.description == "can't fetch from \(url): the server sent more than 10000 bytes")
    #expect(try Repository(at: clone.path).references(matching: "").isEmpty)
    withExtendedLifetime(daemon) {}
  }

  @Test func `calls that wait for silent servers don't pile up without end`() async throws {
    let fixture = try GitFixture()
    let clone = fixture.path
    await #expect(processExitsWith: .success) { [clone = clone as String] in
      let socket = try ListeningSocket()
      let url = "git://127.0.0.1:\(socket.port)/a"
      let remote = try RemoteRepository(url: url, localRepository: clone, patience: .milliseconds(500))
      await withTaskGroup { group in
        for _ in 0..<64 { group.addTask { _ = try? await remote.references() } }
      }
      let error = await #expect(throws: GitError.self) { try await remote.references() }
      #expect(error?.reason == "64 earlier calls still wait for their servers")
      withExtendedLifetime(socket) {}
    }
    withExtendedLifetime(fixture) {}
  }

  @Test(.enabled(if: OpenHandles.areCounted, "handles are counted in debug builds only"))
  func `no handle stays open after success and failure`() async throws {
    let server = try GitFixture(.bare)
    let daemon = try GitDaemon(serving: server.directory.path)
    let clone = try GitFixture()
    let head = try clone.commit(["a": "1"])
    let folder = try TemporaryDirectory()
    let places = [server.path, daemon.url(of: server.path), clone.path, head, folder.path]
    await #expect(processExitsWith: .success) { [places = places as [String]] in
      for url in places[..<2] {
        let remote = try RemoteRepository(url: url, localRepository: places[2])
        let update = RefUpdate(ref: try .branch("longshore/a"), new: try ObjectID(hex: places[3]))
        #expect(try await remote.push([update], within: .agent).map(\.outcome) == [.accepted])
        try await remote.fetch([.branches(), .longshore], pruning: .prune)
        _ = try await RemoteRepository.clone(from: url, into: places[4] + "/\(url.hashValue)", kind: .bare)
        let nowhere = try RemoteRepository(url: url + "-none", localRepository: places[2])
        await #expect(throws: GitError.self) { try await nowhere.references() }
      }
      #expect(OpenHandles.count == 0)
    }
    withExtendedLifetime(daemon) {}
  }
}
