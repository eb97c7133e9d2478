extension Shape {
  /// What may stand at the top level of a Compose file.
  static let project: [String: Shape] = [
    "version": .text,
    "name": .text,
    "include": .list(
      .either([.text, .object(["path": textOrTexts, "env_file": textOrTexts, "project_directory": .text])])
    ),
    "services": .names(.object(service)),
    "models": .names(.object(["name": .text, "model": .text, "context_size": .integer, "runtime_flags": texts])),
    "networks": .names(.either([.nothing, network])),
    "volumes": .names(.either([.nothing, volume])),
    "secrets": .names(secret),
    "configs": .names(config),
  ]

  private static let network = Shape.object([
    "name": .text, "driver": .text, "driver_opts": options,
    "ipam": .object([
      "driver": .text,
      "config": .list(
        .object(["subnet": .text, "ip_range": .text, "gateway": .text, "aux_addresses": .names(.text)])
      ),
      "options": .names(.text),
    ]),
    "external": external, "internal": flagOrText, "enable_ipv4": flagOrText, "enable_ipv6": flagOrText,
    "attachable": flagOrText, "labels": listOrMapping,
  ])

  private static let volume = Shape.object([
    "name": .text, "driver": .text, "driver_opts": options, "external": external, "labels": listOrMapping,
  ])

  private static let secret = Shape.object([
    "name": .text, "environment": .text, "file": .text, "external": external, "labels": listOrMapping, "driver": .text,
    "driver_opts": options, "template_driver": .text,
  ])

  private static let config = Shape.object([
    "name": .text, "content": .text, "environment": .text, "file": .text, "external": external,
    "labels": listOrMapping, "template_driver": .text,
  ])
}
