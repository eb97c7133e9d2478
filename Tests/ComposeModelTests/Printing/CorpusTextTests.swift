import ComposeModel
import Fixtures
import Foundation
import SourceDiagnostics
import Testing

@Suite(.enabled(if: SharedCorpus.isPresent, "\(SharedCorpus.absence)"))
struct `Printing real projects` {
  /// Files whose text isn't the reference's, by why.
  private static let differences: [String: [String]] = [
    "the reference loses the indentation of a block that begins with an empty line": [
      "Dokploy+templates/blueprints/bluesky-pds/docker-compose.yml",
      "Dokploy+templates/blueprints/domain-locker/docker-compose.yml",
      "Dokploy+templates/blueprints/habitica/docker-compose.yml",
      "Dokploy+templates/blueprints/openpanel/docker-compose.yml",
      "StrangeBeeCorp+docker/prod1-cortex/docker-compose.yml",
      "StrangeBeeCorp+docker/prod1-thehive/docker-compose.yml",
      "StrangeBeeCorp+docker/prod2-cortex/docker-compose.yml",
      "StrangeBeeCorp+docker/prod2-thehive/docker-compose.yml",
      "StrangeBeeCorp+docker/testing/docker-compose.yml",
      "nextcloud+all-in-one/php/tests/compose.yaml",
    ],
    "the reference prints the keys of build.ssh so that they can't be read again": [
      "docker+compose/pkg/e2e/fixtures/build-test/ssh/compose.yaml"
    ],
    "the reference keeps a dependency on a service that it doesn't print": [
      "docker+compose/pkg/e2e/testdata/TestComposeRunNotRequiredDeps/compose.yaml",
      "docker+compose/pkg/e2e/testdata/TestUpWithDependencyNotRequired/compose.yaml",
    ],
  ]

  /// Files of which the same holds when variables without a value are `11`.
  private static let lenientDifferences: Set<String> = [
    "MISP+misp-docker/docker-compose.yml", "coollabsio+coolify/templates/compose/azimutt.yaml",
    "coollabsio+coolify/templates/compose/bluesky-pds.yaml", "coollabsio+coolify/templates/compose/rocketchat.yaml",
    "getumbrel+umbrel-apps/bassin/docker-compose.yml", "getumbrel+umbrel-apps/miner-sentinel/docker-compose.yml",
  ]

  @Test(arguments: ["strict", "lenient"])
  func `gives the reference's text, byte for byte`(_ mode: String) async throws {
    let expected = try Expectation.all().filter { $0.mode == mode && $0.ok }
    let different = try await different(expected, mode: mode)
    let known = Set(Self.differences.values.joined()).union(mode == "strict" ? [] : Self.lenientDifferences)
    #expect(expected.count == (mode == "strict" ? 2_264 : 4_078))
    #expect(Set(different) == known)
  }

  private func different(_ files: [Expectation], mode: String) async throws -> [String] {
    let half = files.count / 2
    return await withTaskGroup(of: [String].self) { group in
      for part in [files.prefix(half), files.dropFirst(half)] {
        group.addTask {
          var different: [String] = []
          for file in part {
            if Self.printed(file) != file.text { different.append(file.file) }
            // Other tests want their turn.
            await Task.yield()
          }
          return different
        }
      }
      return await group.reduce(into: []) { $0 += $1 }
    }
  }

  /// The text of a file's project, as `docker compose config` prints it.
  static func printed(_ file: Expectation) -> String? {
    var options = ComposeLoader.Options(paths: .absolute(root: Expectation.root, home: "/root"))
    if file.mode == "lenient" {
      options.checksConsistency = false
      options.readsEnvironmentFiles = false
    }
    let loader = ComposeLoader(environment: file.env ?? [:], options: options)
    let tree = DiskTree(root: Expectation.root)
    let loaded = try? loader.load(StackFiles(file: RepositoryPath(file.file)), from: tree)
    return loaded?.value?.withoutDisabledServices().withoutUnusedResources()
      .withoutMergedFiles(keepingEnvironmentFiles: file.mode == "lenient").yaml()
  }
}
