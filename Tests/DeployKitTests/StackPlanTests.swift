import ComposeModel
import GitKit
import GitOpsKit
import Testing

@testable import DeployKit

@Suite struct `Planning what to do about stacks` {
  let a: RepositoryPath
  let one: StackRecord.Version
  let two: StackRecord.Version

  init() throws {
    a = try RepositoryPath("a")
    one = try Self.version("1")
    two = try Self.version("2")
  }

  static func version(_ digit: String) throws -> StackRecord.Version {
    let id = try ObjectID(hex: String(repeating: digit, count: 40))
    return StackRecord.Version(commit: id, inputs: id)
  }

  func healthy(_ version: StackRecord.Version) -> StackRecord {
    var record = StackRecord(project: "a")
    (record.tried, record.running, record.healthy) = (version, version, version)
    record.report = StackReport(a, .deployed)
    return record
  }

  func action(
    _ record: StackRecord?,
    _ version: StackRecord.Version,
    refusals: [RepositoryPath: String] = [:],
    objection: String? = nil,
    retry: DeploySettings.Retry = .whenChanged
  ) -> StackPlan.Action? {
    StackPlan(
      versions: [a: version],
      records: record.map { [a: $0] } ?? [:],
      refusals: refusals,
      objection: objection,
      retry: retry
    )
    .actions.first?.action
  }

  @Test func `what is new is applied`() { #expect(action(nil, one) == .apply(one)) }

  @Test func `what runs as it should is kept`() { #expect(action(healthy(one), one) == .keep) }

  @Test func `what changed is applied`() { #expect(action(healthy(one), two) == .apply(two)) }

  @Test func `another commit with the same inputs changes nothing`() throws {
    let later = StackRecord.Version(commit: two.commit, inputs: one.inputs)
    #expect(action(healthy(one), later) == .keep)
  }

  @Test func `what was interrupted is applied again`() {
    var record = healthy(one)
    record.begun = one
    #expect(action(record, one) == .apply(one))
  }

  @Test func `what failed is kept until it's asked for`() {
    var record = healthy(one)
    record.tried = two
    #expect(action(record, two) == .keep)
    #expect(action(healthy(two), two, retry: .now) == .keep)
    record.report = StackReport(a, .rolledBack)
    #expect(action(record, two, retry: .now) == .apply(two))
  }

  @Test func `what is refused is left, and only what would be touched is refused`() {
    #expect(action(healthy(one), two, refusals: [a: "no"]) == .refuse("no"))
    #expect(action(healthy(one), one, refusals: [a: "no"]) == .keep)
    #expect(action(nil, one, refusals: [a: "no"], objection: "never") == .refuse("never"))
  }

  @Test func `what isn't wanted any more is removed, unless nothing may be touched`() {
    #expect(StackPlan(versions: [:], records: [a: healthy(one)]).removed == [a])
    #expect(StackPlan(versions: [:], records: [a: healthy(one)], objection: "never").removed == [])
    #expect(StackPlan(versions: [:], records: [a: StackRecord(project: "a")]).removed == [])
  }

  @Test func `stacks are dealt with in the order of their paths`() throws {
    let paths = try ["b", "a/c", "a", "a-b"].map { try RepositoryPath($0) }
    let plan = StackPlan(versions: Dictionary(uniqueKeysWithValues: paths.map { ($0, one) }), records: [:])
    #expect(plan.actions.map(\.stack.string) == ["a", "a/c", "a-b", "b"])
  }

  @Test func `of stacks that share a name the one that runs keeps it`() throws {
    let b = try RepositoryPath("b")
    let fresh = SharedNames([(a, "x"), (b, "x")], records: [:])
    #expect(fresh.refusals.keys.sorted() == [a, b])
    var record = healthy(one)
    record.project = "x"
    #expect(SharedNames([(a, "x"), (b, "x")], records: [a: record]).refusals.keys.sorted() == [b])
    #expect(SharedNames([(a, "x"), (b, "y")], records: [:]).refusals.isEmpty)
    #expect(SharedNames([(a, nil), (b, nil)], records: [:]).refusals.isEmpty)
  }
}
