import OrderedCollections

extension Port {
  /// The port that an item of `ports` describes.
  init?(canonical value: YAMLValue) {
    let pairs = value.pairs
    guard let target = pairs["target"]?.word.flatMap({ Int($0) }) else { return nil }
    self.init(
      hostIP: pairs["host_ip"]?.word,
      published: pairs["published"]?.word,
      target: target,
      protocol: pairs["protocol"]?.word ?? "tcp",
      mode: pairs["mode"]?.word ?? "ingress"
    )
  }
}

extension Mount {
  /// The mount that an item of `volumes` describes.
  init?(canonical value: YAMLValue) {
    let pairs = value.pairs
    guard let kind = pairs["type"]?.word.flatMap(Kind.init), let target = pairs["target"]?.word else { return nil }
    let bind = pairs["bind"]?.pairs
    let options = Options(
      selinux: bind?["selinux"]?.word.flatMap(Options.SELinuxLabel.init(rawValue:)),
      propagation: bind?["propagation"]?.word.flatMap(Options.Propagation.init(rawValue:)),
      nocopy: pairs["volume"]?.pairs["nocopy"] == true
    )
    self.init(
      kind: kind,
      source: pairs["source"]?.word,
      target: target,
      isReadOnly: pairs["read_only"] == true,
      options: options
    )
  }
}

extension Device {
  /// The device that an item of `devices` describes.
  init?(canonical value: YAMLValue) {
    let pairs = value.pairs
    guard let source = pairs["source"]?.word else { return nil }
    self.init(source: source, target: pairs["target"]?.word, permissions: pairs["permissions"]?.word ?? "rwm")
  }
}
