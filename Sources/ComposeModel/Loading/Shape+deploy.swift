import OrderedCollections

extension Shape {
  /// How a service is spread, updated and limited, in the order in which it is printed.
  static let deployment: OrderedDictionary<String, Shape> = [
    "mode": .text,
    "replicas": integerOrDigits,
    "labels": textsByName,
    "update_config": rollout,
    "rollback_config": rollout,
    "resources": .object([
      "limits": .object(["cpus": numberOrDigits, "memory": .value(.text, as: .bytes), "pids": integerOrDigits]),
      "reservations": .object([
        "cpus": numberOrDigits,
        "memory": .value(.text, as: .bytes),
        "devices": deviceRequests,
        "generic_resources": .list(
          .object(["discrete_resource_spec": .object(["kind": .text, "value": wholeNumberOrDigits])])
        ),
      ]),
    ]),
    "restart_policy": .object([
      "condition": .text,
      "delay": duration,
      "max_attempts": integerOrDigits,
      "window": duration,
    ]),
    "placement": .object([
      "constraints": texts,
      "preferences": .list(.object(["spread": .text])),
      "max_replicas_per_node": integerOrDigits,
    ]),
    "endpoint_mode": .text,
  ]

  private static let rollout = Shape.object([
    "parallelism": integerOrDigits,
    "delay": duration,
    "failure_action": .text,
    "monitor": duration,
    "max_failure_ratio": numberOrDigits,
    "order": .word(["start-first", "stop-first"]),
  ])
}
