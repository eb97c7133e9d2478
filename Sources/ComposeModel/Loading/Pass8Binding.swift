import OrderedCollections

/// Pass 8: the canonical value as the typed model, and the table of places.
struct BindingPass {
  let name: String
  let files: [String]

  func run(_ project: SourcedValue) -> ComposeProject {
    var origins: [YAMLPath: Origin] = [:]
    collect(project, at: .root, &origins)
    var named = project
    named["name"] = SourcedValue(.scalar(.string(name)), project["name"]?.origin ?? project.origin)
    return ComposeProject(
      name: name,
      services: services(of: project),
      networks: resources("networks", of: project),
      volumes: resources("volumes", of: project),
      secrets: resources("secrets", of: project),
      configs: resources("configs", of: project),
      attributes: named.value,
      files: files,
      origins: origins
    )
  }

  private func collect(_ value: SourcedValue, at path: YAMLPath, _ origins: inout [YAMLPath: Origin]) {
    origins[path] = value.origin
    for (key, value) in value.pairs { collect(value, at: path.appending(key: key), &origins) }
    for (index, value) in value.items.enumerated() { collect(value, at: path.appending(index: index), &origins) }
  }

  private func services(of project: SourcedValue) -> OrderedDictionary<String, Service> {
    let pairs = project["services"]?.pairs ?? [:]
    return OrderedDictionary(
      uniqueKeysWithValues: pairs.filter { $0.value.isMapping }.map { ($0.key, service($0.key, $0.value)) }
    )
  }

  private func resources(_ kind: String, of project: SourcedValue) -> OrderedDictionary<String, Resource> {
    (project[kind]?.pairs ?? [:]).reduce(into: [:]) { resources, pair in
      let value = pair.value
      resources[pair.key] = Resource(
        key: pair.key,
        name: value["name"]?.text,
        isExternal: value["external"]?.flag ?? false,
        driver: value["driver"]?.text,
        file: value["file"]?.text
      )
    }
  }

  private func service(_ name: String, _ value: SourcedValue) -> Service {
    let image = value["image"]?.text
    return Service(
      name: name,
      image: image,
      imageReference: image.flatMap { try? ImageReference(parsing: $0) },
      build: value["build"]?.value,
      command: words(value["command"]),
      entrypoint: words(value["entrypoint"]),
      environment: (value["environment"]?.pairs ?? [:]).mapValues(\.text),
      ports: (value["ports"]?.items ?? []).compactMap(port),
      volumes: (value["volumes"]?.items ?? []).compactMap(mount),
      dependsOn: (value["depends_on"]?.pairs ?? [:]).mapValues(dependency),
      healthcheck: value["healthcheck"].map(healthcheck),
      restart: value["restart"]?.text,
      networks: Array((value["networks"]?.pairs ?? [:]).keys),
      networkMode: value["network_mode"]?.text,
      pid: value["pid"]?.text,
      ipc: value["ipc"]?.text,
      user: value["user"]?.text,
      containerName: value["container_name"]?.text,
      hostname: value["hostname"]?.text,
      privileged: value["privileged"]?.flag ?? false,
      readOnly: value["read_only"]?.flag ?? false,
      capAdd: texts(value["cap_add"]),
      capDrop: texts(value["cap_drop"]),
      securityOpt: texts(value["security_opt"]),
      devices: (value["devices"]?.items ?? []).compactMap { $0["source"]?.text },
      profiles: texts(value["profiles"]),
      labels: (value["labels"]?.pairs ?? [:]).mapValues { $0.text ?? "" },
      envFiles: (value["env_file"]?.items ?? []).compactMap { $0["path"]?.text },
      secrets: (value["secrets"]?.items ?? []).compactMap { $0["source"]?.text },
      configs: (value["configs"]?.items ?? []).compactMap { $0["source"]?.text },
      attributes: value.value
    )
  }

  private func texts(_ value: SourcedValue?) -> [String] { value?.items.compactMap(\.text) ?? [] }

  private func words(_ value: SourcedValue?) -> [String]? { value.flatMap { $0.isSequence ? texts($0) : nil } }

  private func port(_ value: SourcedValue) -> Port? {
    guard let target = value["target"]?.text.flatMap({ Int($0) }) else { return nil }
    return Port(
      hostIP: value["host_ip"]?.text,
      published: value["published"]?.text,
      target: target,
      protocol: value["protocol"]?.text ?? "tcp",
      mode: value["mode"]?.text ?? "ingress"
    )
  }

  private func mount(_ value: SourcedValue) -> Mount? {
    guard let kind = value["type"]?.text.flatMap(Mount.Kind.init), let target = value["target"]?.text else {
      return nil
    }
    let isReadOnly = value["read_only"]?.flag ?? false
    return Mount(kind: kind, source: value["source"]?.text, target: target, isReadOnly: isReadOnly)
  }

  private func dependency(_ value: SourcedValue) -> Dependency {
    let condition = value["condition"]?.text.flatMap(Dependency.Condition.init) ?? .started
    return Dependency(condition: condition, isRequired: value["required"]?.flag ?? true)
  }

  private func healthcheck(_ value: SourcedValue) -> Healthcheck {
    func time(_ key: String) -> ComposeDuration? { value[key]?.text.flatMap { try? ComposeDuration(parsing: $0) } }
    let test = texts(value["test"])
    return Healthcheck(
      test: test,
      interval: time("interval"),
      timeout: time("timeout"),
      startPeriod: time("start_period"),
      startInterval: time("start_interval"),
      retries: value["retries"]?.text.flatMap { Int($0) },
      isDisabled: value["disable"]?.flag == true || test.first == "NONE"
    )
  }
}
