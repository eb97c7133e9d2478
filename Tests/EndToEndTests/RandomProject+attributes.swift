extension RandomProject {
  /// Attributes of a service, each in several of its forms.
  static let attributes: [(String, [String])] = [
    ("annotations", ["[a=b]", "{a: b, n: 1}"]),
    ("attach", ["false", "true"]),
    (
      "build",
      [
        ".", "./src", "{context: src, args: [A=1, TAG, NONE]}",
        "{context: ., args: {A: 1, B: true, TAG: }, tags: [x, y, x]}",
        "{context: ., dockerfile_inline: \"FROM scratch\\nRUN x\\n\", labels: [l=1]}",
        "{context: https://x.test/r.git, target: prod, no_cache: true, extra_hosts: [a=1.1.1.1], ulimits: {nofile: 5}}",
        "{context: ., additional_contexts: [lib=../lib, img=docker-image://a], platforms: [linux/amd64], shm_size: 1m}",
        "{context: ., secrets: [token], ssh: [default], cache_from: [type=gha], provenance: true, pull: false}",
      ]
    ),
    ("blkio_config", ["{weight: 300, device_read_bps: [{path: /dev/sda, rate: 1mb}]}"]),
    ("cap_add", ["[NET_ADMIN, SYS_TIME, NET_ADMIN]", "[ALL]"]),
    ("cap_drop", ["[ALL]"]),
    ("cgroup_parent", ["m-parent"]),
    ("command", ["run 'a b' c", "[run, \"$$HOME\", \"${TAG}\"]", "\"\"", "[]", "a && b", "echo ${QUOTED}"]),
    ("configs", ["[conf]", "[{source: conf, target: /c, mode: 0440}, text]"]),
    ("container_name", ["fixed-${TAG}"]),
    ("cpus", ["0.5", "\"1.25\"", "2"]),
    ("cpu_shares", ["512", "\"73\""]),
    (
      "deploy",
      [
        "{replicas: 2, labels: {a: b}}",
        "{resources: {limits: {cpus: '0.50', memory: 50M, pids: 3}, reservations: {memory: 1g}}}",
        "{restart_policy: {condition: on-failure, delay: 5s, window: 120s}, mode: replicated}",
        "{update_config: {parallelism: 2, delay: 10s, order: start-first, max_failure_ratio: 0.25}, placement: {constraints: [node.role==manager]}}",
        "{resources: {reservations: {devices: [{capabilities: [gpu], driver: nvidia}]}}}",
      ]
    ),
    ("devices", ["['/dev/a', '/dev/b:/dev/c:r']", "[{source: /dev/a, target: /dev/x}]"]),
    ("dns", ["1.1.1.1", "[8.8.8.8, 9.9.9.9]"]),
    ("dns_search", ["a.test", "[b.test]"]),
    ("domainname", ["d.test"]),
    ("entrypoint", ["/run.sh -x", "[/bin/sh, -c, \"echo $$A\"]", "[]"]),
    ("env_file", ["app.env", "[app.env]", "[{path: none.env, required: false}]", "[{path: app.env, format: raw}]"]),
    (
      "environment",
      [
        "[A=1, B, TAG, E=]", "{A: 2, F: true, G: , H: 1.50, TAG: }",
        "{X: \"${PORT}\", Y: \"${NONE-unset}\", Z: \"${EMPTY:+full}\"}",
      ]
    ),
    ("expose", ["[80, '90-92', 80]"]),
    ("external_links", ["['other:o']"]),
    (
      "extra_hosts",
      ["['a=1.1.1.1', 'b:2.2.2.2']", "{c: 3.3.3.3, d: '::1'}", "['e=[::1]', 'host.docker.internal:host-gateway']"]
    ),
    ("gpus", ["all", "[{driver: nvidia, count: 2}]"]),
    ("group_add", ["[mail, 1000]"]),
    (
      "healthcheck",
      [
        "{test: curl -f x, interval: 1m30s, retries: 3}", "{test: [CMD, a], start_period: 10s, timeout: 500ms}",
        "{disable: true}", "{test: [NONE]}", "{interval: \"${PORT}ms\", start_interval: 1.5s}",
      ]
    ),
    ("hostname", ["h-${TAG}"]),
    ("init", ["true", "false"]),
    ("labels", ["[a=1, b]", "{a: 2, c: 3.0, d: , shared: own}", "{\"traefik.rule\": \"Host(`a`) && $$x\"}"]),
    ("label_file", ["labels.txt", "[labels.txt]"]),
    (
      "logging",
      ["{driver: json-file, options: {max-size: 10m, max-file: 3}}", "{options: {tag: x}}", "{driver: syslog}"]
    ),
    ("mac_address", ["02:42:ac:11:00:02"]),
    ("mem_limit", ["512m", "1.5gb", "1048576"]),
    ("memswap_limit", ["1g"]),
    ("network_mode", ["host", "none", "bridge"]),
    (
      "networks",
      [
        "[front]", "[front, back]", "{front: {aliases: [x, y, x], priority: 5}}",
        "{back: , default: {ipv4_address: 10.0.0.9}}",
      ]
    ),
    ("oom_score_adj", ["-500"]),
    ("pid", ["host"]),
    ("pids_limit", ["100", "-1"]),
    ("platform", ["linux/amd64"]),
    (
      "ports",
      [
        "['80:80', '80:80']", "[8080, '9000-9002:9000-9002/udp']",
        "['127.0.0.1:${PORT}:80', {target: 443, published: 8443, mode: host}]",
        "['[::1]:90:90', '7000-7005:7000']",
        "[{target: 80, published: '80', protocol: udp, app_protocol: http, name: n}]",
      ]
    ),
    ("privileged", ["true", "false", "\"${NONE:-false}\""]),
    ("pull_policy", ["always", "if_not_present", "every_12h", "daily"]),
    ("read_only", ["true"]),
    ("restart", ["always", "on-failure:3", "\"no\"", "unless-stopped"]),
    ("scale", ["1", "3"]),
    ("secrets", ["[token]", "[{source: token, target: t, uid: '1', mode: 0400}, var]"]),
    ("security_opt", ["[no-new-privileges:true]", "[label=disable, label=disable]"]),
    ("shm_size", ["64m", "1000"]),
    ("stop_grace_period", ["1m", "90s", "1h2m3s"]),
    ("stop_signal", ["SIGINT"]),
    ("sysctls", ["[net.core.somaxconn=1024]", "{net.ipv4.tcp_syncookies: 0}"]),
    ("tmpfs", ["/run", "[/run, '/tmp:size=1m']"]),
    ("tty", ["true"]),
    ("ulimits", ["{nofile: 1024, nproc: {soft: 10, hard: 20}}", "{nofile: {soft: 1, hard: 2}}"]),
    ("user", ["\"1000:1000\"", "root"]),
    ("userns_mode", ["host"]),
    (
      "volumes",
      [
        "['./a:/a', 'data:/data:ro', '/anon']", "['~/h:/h', '/abs:/abs:z', 'more:/m:nocopy', '${PROJECT_DIR}:/p']",
        "[{type: bind, source: ./b, target: /a, bind: {create_host_path: false, propagation: rshared}}]",
        "[{type: volume, source: data, target: /data/../d, volume: {nocopy: true, subpath: s}, read_only: true}]",
        "[{type: tmpfs, target: /t, tmpfs: {size: 1k, mode: 0755}}, './a:/z:rslave']", "['../up:/up', './x/../y/:/y/']",
      ]
    ),
    ("working_dir", ["/w"]),
    ("x-own", ["{a: [1, 2.50, null, \"yes\"], b: \"${TAG}\"}", "text"]),
  ]
}
