import OrderedCollections

/// A release of docker compose whose hashes are meant; others hash other attributes.
public enum ComposeRelease: String, Sendable, Hashable, CaseIterable {
  /// Version 2.40.
  case two = "2"
  /// Version 5.
  case five = "5"
}

extension ComposeProject {
  /// What `docker compose` hashes to see whether a service's container has to be recreated.
  ///
  /// It is the service as JSON, without what doesn't touch a container. The label `com.docker.compose.config-hash` is its
  /// SHA-256 in hexadecimal digits.
  ///
  /// The label is that of a project whose `env_file` is read and then not named. `config --hash` of version 2 neither reads
  /// it nor leaves its name out, so that it prints another hash where there is one.
  ///
  /// - Parameters:
  ///   - name: The service.
  ///   - release: The release that hashes.
  /// - Returns: The bytes, nil when there is no service of that name.
  /// - Complexity: O(*n* log *n*) in the size of the service.
  public func hashInput(of name: String, for release: ComposeRelease = .five) -> [UInt8]? {
    hashInput(of: name, for: release, without: Self.unhashedAttributes)
  }

  /// What a container of the service is made from: what `docker compose up` hashes, which has read the files of variables
  /// and forgotten their names.
  func settingsOfContainer(of name: String, for release: ComposeRelease) -> [UInt8]? {
    hashInput(of: name, for: release, without: Self.attributesOutsideContainer)
  }

  /// The attributes of a service that its containers don't depend on.
  static let attributesOutsideContainer = unhashedAttributes.union(["env_file"])

  private static let unhashedAttributes: Set<String> = ["build", "pull_policy", "scale", "depends_on", "profiles"]

  private func hashInput(of name: String, for release: ComposeRelease, without names: Set<String>) -> [UInt8]? {
    guard let service = services[name], case .mapping(var pairs) = service.attributes else { return nil }
    for name in names { pairs[name] = nil }
    if case .mapping(var deployment)? = pairs["deploy"] {
      deployment["replicas"] = nil
      pairs["deploy"] = .mapping(deployment)
    }
    if release == .two { pairs = pairs.asVersion2 }
    return JSONPrinter.text(of: .mapping(pairs), .object(Shape.service), isIndented: false, escapingDollars: false)
  }
}

extension OrderedDictionary<String, YAMLValue> {
  /// A service's attributes as version 2 writes them: that a directory of the host is made is said, that a file must be
  /// there isn't.
  fileprivate var asVersion2: Self {
    var pairs = self
    pairs["volumes"] = self["volumes"].map { volumes in
      .sequence(
        volumes.items.map { volume in
          guard case .mapping(var mount) = volume, case .mapping(var bind)? = mount["bind"], mount["type"] == "bind"
          else {
            return volume
          }
          if bind["create_host_path"] == nil { bind["create_host_path"] = true }
          mount["bind"] = .mapping(bind)
          return .mapping(mount)
        }
      )
    }
    pairs["env_file"] = self["env_file"].map { files in
      .sequence(files.items.map { file in file.pairs["required"] == nil ? file.pairs["path"] ?? file : file })
    }
    return pairs
  }
}
