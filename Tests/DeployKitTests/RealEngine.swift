import DeployKit
import Fixtures
import FoundationEssentials
import GitOpsKit

/// The real engine that `LONGSHORE_TEST_DOCKER_HOST` names, with an image made from what is on this machine.
enum RealEngine {
  static let isAvailable = environment != nil
  static let image = "longshore-test/box:1"

  /// What `docker` needs to find the engine and the Compose plugin; nil when no engine is named.
  static let environment: [String: String]? = {
    let ours = ProcessInfo.processInfo.environment
    guard let host = ours["LONGSHORE_TEST_DOCKER_HOST"] else { return nil }
    return ours.filter { ["PATH", "HOME", "DOCKER_CONFIG"].contains($0.key) }.merging(["DOCKER_HOST": host]) { $1 }
  }()

  /// What a stack's directory is called in a test, so that no two runs share a name.
  static func stackName() -> String { "t\(UInt32.random(in: 0...UInt32.max))" }

  static func docker(_ arguments: String...) throws -> Program.Result {
    try Program.run("docker", arguments, environment: environment ?? [:])
  }

  /// The services of a project that run now.
  static func running(_ project: String) throws -> Set<String> {
    let filter = "label=com.docker.compose.project=\(project)"
    let format = "{{.Label \"com.docker.compose.service\"}}"
    return Set(try docker("ps", "--filter", filter, "--format", format).trimmed.split(separator: "\n").map(String.init))
  }

  /// Makes the image: busybox and a few of its words.
  static func makeImage() throws {
    guard try docker("image", "inspect", image).status != 0 else { return }
    let script = """
      set -e
      root=$(mktemp -d)
      mkdir -p $root/bin $root/tmp
      cp "$(command -v busybox)" $root/bin/busybox
      for name in sh sleep true false cat grep; do ln -s busybox $root/bin/$name; done
      tar -C $root -c . | docker import -c 'ENV PATH=/bin' -c 'CMD ["sleep", "3600"]' - \(image)
      rm -rf $root
      """
    let made = try Program.run("sh", ["-c", script], environment: environment ?? [:])
    guard made.status == 0 else { throw Program.Failure(made.errors) }
  }
}
