extension Shape {
  /// What may stand in a service.
  static let service: [String: Shape] = [
    "develop": .either([.nothing, .object(["watch": .list(.anything)])]),
    "deploy": .either([.nothing, deployment]),
    "annotations": listOrMapping,
    "attach": flagOrText,
    "build": .either([.text, build]),
    "blkio_config": .object([
      "device_read_bps": blkioLimits, "device_read_iops": blkioLimits, "device_write_bps": blkioLimits,
      "device_write_iops": blkioLimits, "weight": integerOrText, "weight_device": blkioWeights,
    ]),
    "cap_add": texts, "cap_drop": texts,
    "cgroup": .word(["host", "private"]),
    "cgroup_parent": .text,
    "command": command,
    "configs": grants,
    "container_name": .form(.containerName),
    "cpu_count": integerOrText, "cpu_percent": integerOrText,
    "cpu_shares": numberOrText, "cpu_quota": numberOrText, "cpu_period": numberOrText,
    "cpu_rt_period": numberOrText, "cpu_rt_runtime": numberOrText, "cpus": numberOrText,
    "cpuset": .text,
    "credential_spec": .object(["config": .text, "file": .text, "registry": .text]),
    "depends_on": .either([
      texts,
      .names(
        .object(
          [
            "restart": flagOrText, "required": .flag, "condition": .word(Dependency.Condition.allCases.map(\.rawValue)),
          ],
          required: ["condition"]
        )
      ),
    ]),
    "device_cgroup_rules": texts,
    "devices": .list(
      .either([.text, .object(["source": .text, "target": .text, "permissions": .text], required: ["source"])])
    ),
    "dns": textOrTexts, "dns_opt": texts, "dns_search": textOrTexts, "domainname": .text,
    "entrypoint": command,
    "env_file": files,
    "label_file": textOrTexts,
    "environment": listOrMapping,
    "expose": .list(numberOrText),
    "extends": .either([.text, .object(["service": .text, "file": .text], required: ["service"])]),
    "provider": .object(["type": .text, "options": .names(.anything)], required: ["type"]),
    "external_links": texts,
    "extra_hosts": extraHosts,
    "gpus": .either([.word(["all"]), deviceRequests]),
    "group_add": .list(numberOrText),
    "healthcheck": .object([
      "disable": flagOrText, "interval": .text, "retries": numberOrText, "test": textOrTexts, "timeout": .text,
      "start_period": .text, "start_interval": .text,
    ]),
    "hostname": .text, "image": .text, "init": flagOrText, "ipc": .text, "isolation": .text,
    "labels": listOrMapping,
    "links": texts,
    "logging": .object(["driver": .text, "options": options]),
    "mac_address": .text,
    "mem_limit": numberOrText, "mem_reservation": integerOrText, "mem_swappiness": integerOrText,
    "memswap_limit": numberOrText,
    "network_mode": .text,
    "models": .either([texts, .names(.either([.nothing, .object(["endpoint_var": .text, "model_var": .text])]))]),
    "networks": .either([texts, .names(.either([.nothing, attachment]))]),
    "oom_kill_disable": flagOrText, "oom_score_adj": integerOrText,
    "pid": .either([.text, .nothing]), "pids_limit": numberOrText, "platform": .text,
    "ports": .list(
      .either([
        .number, .text,
        .object([
          "name": .text, "mode": .text, "host_ip": .text, "target": integerOrText, "published": integerOrText,
          "protocol": .text, "app_protocol": .text,
        ]),
      ])
    ),
    "pre_start": .list(hook), "post_start": .list(hook), "pre_stop": .list(hook),
    "privileged": flagOrText, "profiles": texts, "pull_policy": .form(.pullPolicy), "pull_refresh_after": .text,
    "read_only": flagOrText, "restart": .text, "runtime": .text, "scale": integerOrText,
    "security_opt": texts, "shm_size": numberOrText, "secrets": grants, "sysctls": listOrMapping,
    "stdin_open": flagOrText, "stop_grace_period": .text, "stop_signal": .text, "storage_opt": .names(.anything),
    "tmpfs": textOrTexts, "tty": flagOrText, "ulimits": ulimits, "use_api_socket": .flag, "user": .text,
    "uts": .text, "userns_mode": .text,
    "volumes": .list(.either([.text, mount])),
    "volumes_from": texts, "working_dir": .text,
  ]

  private static let attachment = Shape.object([
    "aliases": texts, "interface_name": .text, "ipv4_address": .text, "ipv6_address": .text, "link_local_ips": texts,
    "mac_address": .text, "driver_opts": options, "priority": .number, "gw_priority": .number,
  ])

  private static let mount = Shape.object(
    [
      "type": .word(Mount.Kind.allCases.map(\.rawValue)), "source": .text, "target": .text, "read_only": flagOrText,
      "consistency": .text,
      "bind": .object([
        "propagation": .text, "create_host_path": flagOrText,
        "recursive": .word(["enabled", "disabled", "writable", "readonly"]), "selinux": .word(["z", "Z"]),
      ]),
      "volume": .object(["labels": listOrMapping, "nocopy": flagOrText, "subpath": .text]),
      "tmpfs": .object(["size": integerOrText, "mode": numberOrText]),
      "image": .object(["subpath": .text]),
    ],
    required: ["type"]
  )

  private static let build = Shape.object([
    "context": .text, "dockerfile": .text, "dockerfile_inline": .text, "entitlements": texts, "args": listOrMapping,
    "ssh": listOrMapping, "labels": listOrMapping, "cache_from": texts, "cache_to": texts, "no_cache": flagOrText,
    "no_cache_filter": textOrTexts, "additional_contexts": listOrMapping, "network": .text,
    "provenance": flagOrText, "sbom": flagOrText, "pull": flagOrText, "target": .text, "shm_size": integerOrText,
    "extra_hosts": extraHosts, "isolation": .text, "privileged": flagOrText, "secrets": grants, "tags": texts,
    "ulimits": ulimits, "platforms": texts,
  ])

  private static let rollout = Shape.object([
    "parallelism": integerOrText, "delay": .text, "failure_action": .text, "monitor": .text,
    "max_failure_ratio": numberOrText, "order": .word(["start-first", "stop-first"]),
  ])

  private static let deployment = Shape.object([
    "mode": .text, "endpoint_mode": .text, "replicas": integerOrText, "labels": listOrMapping,
    "rollback_config": rollout, "update_config": rollout,
    "resources": .object([
      "limits": .object(["cpus": numberOrText, "memory": .text, "pids": integerOrText]),
      "reservations": .object([
        "cpus": numberOrText, "memory": .text, "generic_resources": .list(.anything), "devices": deviceRequests,
      ]),
    ]),
    "restart_policy": .object([
      "condition": .text, "delay": .text, "max_attempts": integerOrText, "window": .text,
    ]),
    "placement": .object([
      "constraints": texts, "preferences": .list(.object(["spread": .text])), "max_replicas_per_node": integerOrText,
    ]),
  ])
}
