import OrderedCollections

extension Shape {
  /// How an image is built, in the order in which it is printed.
  static let build: OrderedDictionary<String, Shape> = [
    "context": .text,
    "dockerfile": .text,
    "dockerfile_inline": .text,
    "entitlements": texts,
    "args": variables,
    "provenance": .value(.either([.flag, .text]), as: .text),
    "sbom": .value(.either([.flag, .text]), as: .text),
    "ssh": distinctVariables,
    "labels": textsByName,
    "cache_from": texts,
    "cache_to": texts,
    "no_cache": flagOrText,
    "no_cache_filter": textOrTexts,
    "additional_contexts": textsByName,
    "pull": flagOrText,
    "extra_hosts": extraHosts,
    "isolation": .text,
    "network": .text,
    "target": .text,
    "secrets": grants,
    "shm_size": wholeBytes,
    "tags": texts,
    "ulimits": ulimits,
    "platforms": texts,
    "privileged": flagOrText,
  ]
}
