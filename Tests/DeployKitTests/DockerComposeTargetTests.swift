import ComposeModel
import DeployKit
import Fixtures
import GitKit
import SourceDiagnostics
import Testing

@Suite struct `Speaking to docker` {
  let directory: TemporaryDirectory
  let stack: MaterialisedStack

  init() throws {
    directory = try TemporaryDirectory(named: "docker")
    stack = MaterialisedStack(
      try RepositoryPath("cloud/wiki"),
      commit: .zero,
      project: "wiki",
      directory: directory.path,
      files: [directory.path("compose.yaml"), directory.path("compose.override.yaml")],
      services: [ExpectedService("web")]
    )
  }

  /// A `docker` that writes down how it was called, and then does what `script` says.
  func target(_ script: String, environment: [String: String] = [:]) throws -> DockerComposeTarget {
    let log = directory.path("calls")
    let text =
      "#!/bin/sh\nprintf '%s|' \"$@\" >> \(log)\necho >> \(log)\nenv | sort > \(directory.path("env"))\n\(script)\n"
    let docker = directory.path("docker")
    // Another process writes it, so that nothing we start meanwhile still holds it open.
    _ = try Program.run("sh", ["-c", "cat > \(docker); chmod +x \(docker)"], input: text)
    let path = ["PATH": "/usr/bin:/bin"].merging(environment) { $1 }
    return DockerComposeTarget(environment: path, docker: docker, patience: .seconds(240))
  }

  func calls() throws -> [String] { try directory.read("calls").split(separator: "\n").map(String.init) }

  @Test func `up names the project, the directory and every file`() async throws {
    try await target("exit 0").apply(stack)
    let place = directory.path
    #expect(
      try calls() == [
        "compose|--project-name|wiki|--project-directory|\(place)|--file|\(place)/compose.yaml|--file|"
          + "\(place)/compose.override.yaml|up|--detach|--pull|missing|--quiet-pull|--remove-orphans|"
      ]
    )
  }

  @Test func `services whose files changed are made anew, alone`() async throws {
    var stack = stack
    stack.refreshed = ["web", "db"]
    stack.images = .builtHere
    try await target("exit 0").apply(stack)
    let ends = try calls().map { $0.components(of: "up|").last }
    #expect(
      ends == [
        "--detach|--pull|missing|--quiet-pull|--remove-orphans|--build|",
        "--detach|--pull|missing|--quiet-pull|--no-deps|--force-recreate|web|db|",
      ]
    )
  }

  @Test func `only what docker needs of our environment reaches it`() async throws {
    let secrets = ["DOCKER_HOST": "unix:///x", "AWS_SECRET_ACCESS_KEY": "hunter2", "LD_PRELOAD": "/evil.so"]
    try await target("exit 0", environment: secrets).remove("wiki")
    let seen = try directory.read("env")
    #expect(seen.contains("DOCKER_HOST=unix:///x\n"))
    #expect(!seen.contains("hunter2"))
    #expect(!seen.contains("LD_PRELOAD"))
  }

  @Test func `a stack that the engine refuses is told from an engine that isn't there`() async throws {
    let refusing =
      "case $1 in version) exit 0;; esac\ncase $2 in version) exit 0;; esac\necho 'pulling' >&2; echo 'port is taken, token=hunter2' >&2; exit 1"
    let refused = await #expect(throws: DeployError.self) { try await target(refusing).apply(stack) }
    #expect(refused?.code == .refusedByEngine)
    #expect(refused?.description == "can't start cloud/wiki: port is taken, token=•••")
    let gone = await #expect(throws: DeployError.self) {
      try await target("echo 'Cannot connect to the Docker daemon' >&2; exit 1").apply(stack)
    }
    #expect(gone?.code == .engineUnreachable)
    #expect(gone?.description == "can't reach the container engine: Cannot connect to the Docker daemon")
    #expect(gone?.help == "start the engine, or name its socket in DOCKER_HOST")
  }

  @Test func `a missing plugin is said so`() async throws {
    let script = "case $1 in version) exit 0;; esac\necho \"docker: 'compose' is not a docker command.\" >&2; exit 1"
    let error = await #expect(throws: DeployError.self) { try await target(script).prepare(stack) }
    #expect(error?.code == .notInstalled)
    #expect(error?.description == "can't use docker compose: docker: 'compose' is not a docker command.")
    #expect(error?.help == "install docker's compose plugin, version 2.22 or later")
  }

  @Test func `a missing docker is said so`() async throws {
    let target = DockerComposeTarget(environment: ["PATH": "/nowhere"])
    let error = await #expect(throws: DeployError.self) { try await target.remove("wiki") }
    #expect(error?.code == .notInstalled)
    #expect(error?.description == "can't take down wiki: docker isn't installed, or may not be run")
  }

  @Test func `an image that can't be pulled is no fault of the engine`() async throws {
    let script =
      "case $1 in version) exit 0;; esac\ncase $2 in version) exit 0;; esac\necho 'manifest unknown' >&2; exit 18"
    let error = await #expect(throws: DeployError.self) { try await target(script).prepare(stack) }
    #expect(error?.code == .imagesUnavailable)
    #expect(error?.description == "can't pull the images of cloud/wiki: manifest unknown")
  }

  @Test func `an answer that makes no sense isn't believed`() async throws {
    let script = "case $1 in ps) echo abc;; inspect) echo '[{}]';; esac\nexit 0"
    let error = await #expect(throws: DeployError.self) { try await target(script).containers(of: "wiki") }
    #expect(error?.code == .unreadableAnswer)
  }

  @Test func `a container that vanishes between two questions is no trouble`() async throws {
    let script =
      "case $1 in ps) echo abc; echo def;; inspect) echo '[]'; echo 'No such container: def' >&2; exit 1;; esac"
    #expect(try await target(script).containers(of: "wiki") == [])
  }

  @Test func `no container needs no second question`() async throws {
    #expect(try await target("exit 0").containers(of: "wiki") == [])
    #expect(try calls().count == 1)
  }

  @Test func `a service's name can't be taken for an option`() async throws {
    _ = try await target("exit 0").logs(of: ["--follow"], in: stack)
    #expect(try calls().first?.hasSuffix("logs|--no-color|--tail|100|--|--follow|") == true)
  }
}

extension String {
  fileprivate func components(of separator: String) -> [String] {
    split(separator: separator).map(String.init)
  }
}
