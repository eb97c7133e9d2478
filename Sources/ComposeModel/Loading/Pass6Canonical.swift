import OrderedCollections
import SourceDiagnostics

/// Pass 6: every short form written out, so that what means the same is the same.
struct CanonicalPass {
  let directory: RepositoryPath
  let lookup: (String) -> String?

  func run(_ model: SourcedValue, _ context: inout LoadingContext) throws -> SourcedValue {
    var out = model
    out["version"] = nil
    out["include"] = nil
    if var services = model["services"]?.pairs, model["services"]?.isMapping == true {
      for (index, service) in services.values.enumerated() where service.isMapping {
        services.values[index] = try canonical(service, &context)
      }
      out["services"]?.pairs = services
    }
    for kind in ["networks", "volumes", "secrets", "configs"] {
      guard var resources = model[kind]?.pairs, model[kind]?.isMapping == true else { continue }
      for (index, key) in resources.keys.enumerated() {
        resources.values[index] = Self.resource(resources.values[index], named: key)
      }
      out[kind]?.pairs = resources
    }
    return out
  }

  private func canonical(_ service: SourcedValue, _ context: inout LoadingContext) throws -> SourcedValue {
    var out = service
    for (name, value) in service.pairs {
      switch name {
      case "environment", "labels", "annotations", "sysctls":
        out[name] = Self.texts(CanonicalForm.byKey(value), nullIsEmpty: name == "labels" || name == "annotations")
      case "build": out[name] = Self.build(CanonicalForm.build(value), &context)
      case "depends_on": out[name] = Self.dependencies(value)
      case "networks": out[name] = Self.attachments(value)
      case "models": out[name] = CanonicalForm.byName(value)
      case "label_file": out[name] = CanonicalForm.list(value)
      case "env_file": out[name] = Self.environmentFiles(value)
      case "command", "entrypoint": out[name] = Self.words(value, &context)
      case "healthcheck": out[name] = Self.healthcheck(value, &context)
      case "ports": out[name] = Self.ports(value, &context)
      case "volumes": out[name] = Self.mounts(value, &context)
      case "secrets": out[name] = Self.grants(value, under: "/run/secrets/")
      case "configs": out[name] = Self.grants(value, under: nil)
      case "deploy": out[name] = Self.deploy(value, &context)
      case "gpus": out[name] = Self.deviceRequests(value)
      case "blkio_config": out[name] = Self.deviceLimits(value, &context)
      case "logging": out[name] = Self.logging(value)
      case "provider": out[name] = Self.provider(value)
      case "pre_start", "post_start", "pre_stop": out[name] = Self.hooks(value, &context)
      case "devices": out[name] = Self.devices(value)
      case "extra_hosts": out[name] = Self.hosts(value, &context)
      case "cpus": out[name] = Self.number(value)
      case "privileged", "read_only", "init", "tty", "stdin_open", "oom_kill_disable":
        out[name] = Self.flag(value, name, &context)
      case "stop_grace_period": out[name] = Self.duration(value, &context)
      case "mem_limit", "mem_reservation", "memswap_limit", "shm_size": out[name] = Self.bytes(value, &context)
      case "cap_add", "cap_drop", "security_opt", "expose", "profiles", "group_add", "links", "external_links":
        out[name] = Self.distinct(value)
      case "dns", "dns_search", "dns_opt", "tmpfs": out[name] = Self.distinct(CanonicalForm.list(value))
      default: break
      }
    }
    return try withAllVariables(out, &context)
  }
}

/// Which services run.
enum Profiles {
  /// Whether a service without profiles, or with one of `active`, is meant.
  static func enables(_ service: SourcedValue, _ active: Set<String>) -> Bool {
    let own = service["profiles"]?.items.compactMap(\.text) ?? []
    return own.isEmpty || active.contains("*") || !active.isDisjoint(with: own)
  }
}
