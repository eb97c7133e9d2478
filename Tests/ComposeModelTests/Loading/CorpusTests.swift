import ComposeModel
import Fixtures
import Foundation
import SourceDiagnostics
import Testing

@Suite(.enabled(if: SharedCorpus.isPresent, "\(SharedCorpus.absence)"))
struct `Loading real files` {
  /// The share of files on which we agree with the reference.
  private let floor = 0.999

  @Test func `agrees with the reference on which of them load`() async throws {
    let expected = try Expectation.all().filter { $0.mode == "strict" }
    let tree = DiskTree(root: try #require(SharedCorpus.directory) + "/corpus/compose")
    let outcomes = await OwnThread.map(expected) { ($0, Self.errors(in: $0.file, of: tree)) }
    let refused = outcomes.filter { $0.0.ok && !$0.1.isEmpty }
    let accepted = outcomes.filter { !$0.0.ok && $0.1.isEmpty }
    let share = 1 - Double(refused.count + accepted.count) / Double(outcomes.count)
    #expect(outcomes.count == 4_341)
    #expect(share >= floor, "accepted: \(accepted.map(\.0.file))")
    #expect(refused.isEmpty, "refused: \(refused.map { ($0.0.file, $0.1.first?.message ?? "") })")
  }

  /// Files in which we find a variable more than the reference does, and why.
  private static let moreVariables = [
    "Dokploy+templates/blueprints/appwrite/docker-compose.yml": "it is in a list of depends_on, which becomes keys",
    "runtipi+runtipi-appstore/apps/kometa/docker-compose.yml": "a later item of the same list replaces it",
    "Dokploy+templates/blueprints/huly/docker-compose.yml": "it stands in the project's name",
    "compose-spec+compose-go/cli/testdata/simple/compose-name.yaml": "it stands in the project's name",
    "laradock+laradock/production/compose.yml": "it stands in the project's name",
    "coollabsio+coolify/templates/compose/healthchecks.yaml": "it stands in the reason of a required one",
    "laradock+laradock/docker-compose.yml": "it is in a list of depends_on, which becomes keys",
    "laradock+laradock/phpmyadmin/compose.yml": "it is in a list of depends_on, which becomes keys",
  ]

  @Test func `finds the variables that the reference finds`() throws {
    let tree = DiskTree(root: try #require(SharedCorpus.directory) + "/corpus/compose")
    var (compared, fewer, more) = (0, [String](), Set<String>())
    for expected in try Expectation.all() where expected.mode == "strict" {
      // Where a text isn't in the syntax, the reference finds a variable without a name.
      guard let variables = expected.variables?.filter({ !$0.key.isEmpty }) else { continue }
      compared += 1
      let loaded = try ComposeLoader().variables(of: StackFiles(file: RepositoryPath(expected.file)), from: tree)
      // Of a variable that is used in several ways the reference tells one, any of them.
      let ours = Dictionary(grouping: (loaded.value ?? []).map(\.reference), by: \.name)
        .mapValues { Set($0.map(Expectation.Variable.init)) }
      if !variables.allSatisfy({ ours[$0.key]?.contains($0.value) == true }) { fewer.append(expected.file) }
      if ours.count > variables.count { more.insert(expected.file) }
    }
    #expect(compared == 4_220)
    #expect(fewer == [])
    #expect(more == Set(Self.moreVariables.keys))
  }

  private static func errors(in file: String, of tree: DiskTree) -> [Diagnostic] {
    do {
      return try ComposeLoader().load(StackFiles(file: RepositoryPath(file)), from: tree).diagnostics
        .filter { $0.severity == .error }
    } catch {
      return [Diagnostic(.error, "test/thrown", "\(error)")]
    }
  }
}
