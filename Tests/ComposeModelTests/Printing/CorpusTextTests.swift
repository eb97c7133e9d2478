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
    "the reference leaves an empty name out, which is then another": [
      "docker+compose/pkg/e2e/fixtures/simple-build-test/compose-interpolate.yaml",
      "docker+compose/pkg/e2e/testdata/TestConfigInterpolate/compose.yaml",
      "docker+compose/pkg/e2e/testdata/TestUpSwitchVolumes/compose.yaml",
      "DoTheEvo+selfhosted-apps-docker/caddy_v2/readme.d/block-23.yml",
      "DoTheEvo+selfhosted-apps-docker/homer/readme.d/block-1.yml",
      "DoTheEvo+selfhosted-apps-docker/uptime-kuma/readme.d/block-1.yml",
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
    // The reference doubles dollars in keys, where nothing halves them again.
    "compose-spec+compose-spec/12-interpolation.d/block-1.yml",
    "compose-spec+compose-spec/spec.d/block-155.yml",
  ]

  @Test(arguments: ["strict", "lenient"])
  func `gives the reference's text, byte for byte`(_ mode: String) async throws {
    let expected = try Expectation.all().filter { $0.mode == mode && $0.ok }
    let different = await OwnThread.map(expected) { Self.printed($0) == $0.text ? nil : $0.file }.compactMap(\.self)
    let known = Set(Self.differences.values.joined())
    #expect(expected.count == (mode == "strict" ? 2_264 : 4_078))
    if mode == "strict" {
      #expect(Set(different) == known)
    } else {
      // Names that come from variables aren't empty there.
      #expect(Set(different).subtracting(known) == Self.lenientDifferences)
    }
  }

  @Test func `gives a text that loads and is printed the same again`() async throws {
    // Two ports that the reference takes for different ones are the same once they are printed.
    let known = ["Lissy93+portainer-templates/sources/stacks/traefik.yml"]
    let files = try Expectation.all().filter { $0.mode == "strict" && $0.ok }
    let changed = await OwnThread.map(files) { file in
      Self.printed(file).flatMap { Self.reprinted($0, file) == $0 ? nil : file.file }
    }
    #expect(changed.compactMap(\.self) == known)
  }

  /// What is printed of what was printed.
  private static func reprinted(_ text: String, _ file: Expectation) -> String? {
    guard let path = try? RepositoryPath(file.file) else { return nil }
    let options = ComposeLoader.Options(profiles: ["*"], paths: .absolute(root: Expectation.root, home: "/root"))
    let loaded = try? ComposeLoader(options: options).load(StackFiles(file: path), from: MemoryTree([file.file: text]))
    return loaded?.value?.withoutUnusedResources().yaml()
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
