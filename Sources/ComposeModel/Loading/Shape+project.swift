import OrderedCollections

extension Shape {
  /// What may stand at the top level of a Compose file, in the order in which it is printed.
  static let project: OrderedDictionary<String, Shape> = [
    "version": .text,
    "name": .text,
    "include": .list(
      .either([.text, .object(["path": textOrTexts, "env_file": textOrTexts, "project_directory": .text])])
    ),
    "services": .names(.object(service)),
    "networks": .names(.either([.nothing, .object(network)])),
    "volumes": .names(.either([.nothing, .object(volume)])),
    "secrets": .names(.object(secret)),
    "configs": .names(.object(config)),
    "models": .names(.object(["name": .text, "model": .text, "context_size": .integer, "runtime_flags": texts])),
  ]

  private static let network: OrderedDictionary<String, Shape> = [
    "name": .text,
    "driver": .text,
    "driver_opts": options,
    "ipam": .object([
      "driver": .text,
      "config": .list(
        .object([
          "subnet": .text,
          "gateway": .text,
          "ip_range": .text,
          "aux_addresses": .value(.names(.text), as: .textsByName),
        ])
      ),
      "options": .value(.names(.text), as: .textsByName),
    ]),
    "external": external,
    "internal": flagOrText,
    "attachable": flagOrText,
    "labels": textsByName,
    "enable_ipv4": flagOrText,
    "enable_ipv6": flagOrText,
  ]

  private static let volume: OrderedDictionary<String, Shape> = [
    "name": .text,
    "driver": .text,
    "driver_opts": options,
    "external": external,
    "labels": distinctTextsByName,
  ]

  private static let secret: OrderedDictionary<String, Shape> = [
    "name": .text,
    "file": .text,
    "environment": .text,
    "external": external,
    "labels": distinctTextsByName,
    "driver": .text,
    "driver_opts": options,
    "template_driver": .text,
  ]

  private static let config: OrderedDictionary<String, Shape> = [
    "name": .text,
    "file": .text,
    "environment": .text,
    "content": .text,
    "external": external,
    "labels": distinctTextsByName,
    "template_driver": .text,
  ]
}
