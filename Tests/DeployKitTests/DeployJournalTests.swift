import ComposeModel
import Fixtures
import GitKit
import GitOpsKit
import Testing

@testable import DeployKit

@Suite struct `Remembering what was done` {
  let directory: TemporaryDirectory
  let stack: RepositoryPath
  let version: StackRecord.Version

  init() throws {
    directory = try TemporaryDirectory(named: "journal")
    stack = try RepositoryPath("cloud/wiki")
    let id = try ObjectID(hex: String(repeating: "1", count: 40))
    version = StackRecord.Version(commit: id, inputs: id)
  }

  func journal() throws -> DeployJournal { try DeployJournal(in: directory.path) }

  @Test func `an empty directory holds no memories`() async throws {
    let journal = try journal()
    #expect(await journal.stacks.isEmpty)
    #expect(await journal.revision == nil)
  }

  @Test func `what was begun is still begun after a crash, and not after its end`() async throws {
    try await journal().begin(stack, as: "wiki", at: version)
    var record = try #require(try await journal().stacks[stack])
    #expect(record.begun == version)
    #expect(record.project == "wiki")
    #expect(record.mayRun)
    record.healthy = version
    try await journal().finish(stack, with: record)
    let finished = try #require(try await journal().stacks[stack])
    #expect(finished.begun == nil)
    #expect(finished.healthy == version)
  }

  @Test func `the name a stack runs under is kept until its end`() async throws {
    try await journal().begin(stack, as: "old", at: version)
    try await journal().begin(stack, as: "new", at: version)
    #expect(try await journal().stacks[stack]?.project == "old")
  }

  @Test func `a head is settled until something is begun`() async throws {
    let journal = try journal()
    try await journal.follow(version.commit, isSettled: true)
    #expect(await journal.isSettled(at: version.commit))
    #expect(await !journal.isSettled(at: .zero))
    try await journal.begin(stack, as: "wiki", at: version)
    #expect(try await !self.journal().isSettled(at: version.commit))
  }

  @Test func `a refusal is noted beside what is known, and taken back`() async throws {
    let journal = try journal()
    try await journal.begin(stack, as: "wiki", at: version)
    try await journal.note(StackRecord.Refusal(from: nil), of: stack, as: "wiki")
    #expect(try await self.journal().stacks[stack]?.refusal == StackRecord.Refusal(from: nil))
    #expect(await journal.stacks[stack]?.begun == version)
    try await journal.note(nil, of: stack, as: "wiki")
    #expect(await journal.stacks[stack]?.refusal == nil)
  }

  @Test func `what was taken down is forgotten`() async throws {
    let journal = try journal()
    try await journal.begin(stack, as: "wiki", at: version)
    try await journal.forget(stack)
    #expect(try await self.journal().stacks.isEmpty)
  }

  @Test(arguments: ["", "[]", #"{"version":2,"isSettled":true,"stacks":{}}"#, #"{"version":1}"#])
  func `what isn't a journal isn't taken for one`(_ text: String) throws {
    try directory.write(text, to: "journal.json")
    let error = #expect(throws: DeployError.self) { try journal() }
    #expect(error?.code == .fileSystem)
  }

  @Test func `a path that can't be one is left out`() async throws {
    let text = #"{"version":1,"isSettled":false,"stacks":{"../etc":{"project":"x"},"a":{"project":"y"}}}"#
    try directory.write(text, to: "journal.json")
    #expect(try await journal().stacks.keys.map(\.string) == ["a"])
  }
}
