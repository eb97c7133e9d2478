import ComposeModel
import Fixtures
import Foundation
import OrderedCollections

/// The docker compose that tests compare with.
enum ComposeReference {
  /// Where it is.
  static let path = ProcessInfo.processInfo.environment["LONGSHORE_TEST_COMPOSE_REFERENCE"]

  /// What it and `longshore` see of the machine in `directory`.
  static func environment(in directory: String) -> [String: String] {
    ["HOME": "/root", "PWD": directory, "COMPOSE_PROJECT_NAME": ""]
  }

  /// Runs it in `directory`.
  static func run(
    _ arguments: [String],
    in directory: String,
    environment: [String: String] = [:],
    input: String = ""
  ) throws -> Program.Result {
    try Program.run(
      path ?? "",
      arguments,
      in: directory,
      environment: Self.environment(in: directory).merging(environment) { $1 },
      input: input
    )
  }

  /// How much a test does, from a variable of the environment.
  static func number(_ name: String, or usual: Int) -> Int {
    ProcessInfo.processInfo.environment[name].flatMap { Int($0) } ?? usual
  }

  /// Without dependencies on services that aren't printed, with which the reference can't read its own text again.
  static func withoutLooseNeeds(_ project: YAMLValue) -> YAMLValue {
    guard case .mapping(var top) = project, case .mapping(let services)? = top["services"] else { return project }
    top["services"] = .mapping(
      services.mapValues { service in
        guard case .mapping(var pairs) = service, case .mapping(let needs)? = pairs["depends_on"] else {
          return service
        }
        let known = needs.filter { services[$0.key] != nil }
        pairs["depends_on"] = known.isEmpty ? nil : .mapping(known)
        return .mapping(pairs)
      }
    )
    return .mapping(top)
  }

  /// What versions 2.40 and 5 print alike: not whether a directory of the host is made.
  static func shared(_ value: YAMLValue) -> YAMLValue {
    switch value {
    case .mapping(let pairs):
      .mapping(
        OrderedDictionary(
          uniqueKeysWithValues: pairs.filter { $0.key != "create_host_path" }
            .map { ($0.key, shared($0.value)) }
        )
      )
    case .sequence(let items): .sequence(items.map(shared))
    default: value
    }
  }
}
