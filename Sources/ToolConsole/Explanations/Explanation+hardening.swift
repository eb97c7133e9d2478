extension Explanation {
  /// The pages about rules that look at services as they are.
  static let hardening: [Explanation] = [
    Explanation(
      "policy/host-namespace",
      meaning: """
        A service shares its network, processes, shared memory, names, users or control groups with the host: nothing \
        keeps it apart from the host there.
        """,
      example: "network_mode: host",
      remedy: "Give it what it needs and no more: published ports, a device, a volume."
    ),
    Explanation(
      "policy/dangerous-capability",
      meaning: """
        A capability is added with which a container leaves its walls or reaches through them. `ALL`, `SYS_ADMIN`, \
        `SYS_MODULE` and `SYS_RAWIO` are as good as root on the host; the others need an approval.
        """,
      example: "cap_add: [SYS_ADMIN]",
      remedy: "Leave it out, or say in an exception what needs it."
    ),
    Explanation(
      "policy/dangerous-device",
      meaning: "A service is given a disk, the memory, or all devices of its host, and with them every file.",
      example: "devices: [/dev/sda]",
      remedy: "Mount the directory that is needed."
    ),
    Explanation(
      "policy/sensitive-host-path",
      meaning: """
        A directory of the host is mounted that belongs to the system: `/etc`, `/root`, the engine's own. Who \
        writes there is root with the next job or login; who reads there finds keys and passwords.
        """,
      example: "volumes: [/etc:/host/etc]",
      remedy: "Mount only the file that is needed, read-only: `/etc/localtime:/etc/localtime:ro` is no finding."
    ),
    Explanation(
      "policy/unconfined",
      meaning: "A service runs without the seccomp, AppArmor or SELinux profile that Docker puts before the kernel.",
      example: "security_opt: [seccomp:unconfined]",
      remedy: "Take it out, or name a profile that allows what is needed."
    ),
    Explanation(
      "policy/shared-propagation",
      meaning: "What a container mounts below a directory appears on the host and in other containers.",
      example: "volumes: [/mnt:/mnt:rshared]",
      remedy: "Leave it out; `rslave` lets mounts of the host appear in the container, and not the other way."
    ),
    Explanation(
      "policy/loose-tmpfs",
      meaning:
        "A file system in memory may hold programs, or files that run as their owner, which Docker forbids there.",
      example: "tmpfs: [/tmp:exec]",
      remedy: "Take the option out."
    ),
    Explanation(
      "policy/cgroup-parent",
      meaning: "A service's use is counted in another control group than Docker's, whose limits are somebody else's.",
      example: "cgroup_parent: system.slice",
      remedy: "Leave it out, and set limits on the service."
    ),
    Explanation(
      "policy/root-user",
      meaning: "A service is told to run as root, whatever its image says.",
      example: "user: root",
      remedy: "Name a user that owns only what the service needs."
    ),
    Explanation(
      "policy/gainable-privileges",
      meaning: """
        Programs of the service may become root through files that run as their owner. The rule is off until a policy \
        gives it a level.
        """,
      example: """
        services:
          web: {image: nginx:1.27}
        """,
      remedy: "Add `security_opt: [no-new-privileges:true]`."
    ),
    Explanation(
      "policy/kept-capabilities",
      meaning: """
        The service keeps the capabilities that Docker gives to every container. The rule is off until a policy gives \
        it a level.
        """,
      example: """
        services:
          web: {image: nginx:1.27}
        """,
      remedy: "Add `cap_drop: [ALL]`, and what is missed then under `cap_add`."
    ),
    Explanation(
      "policy/writable-root",
      meaning: """
        The service may change the files of its own image, and an intruder may too. The rule is off until a policy \
        gives it a level.
        """,
      example: """
        services:
          web: {image: nginx:1.27}
        """,
      remedy: "Set `read_only: true`, with `tmpfs` or volumes where it has to write."
    ),
    Explanation(
      "policy/open-interface",
      meaning: """
        A port is published on every address of the host, past its firewall. A change that opens one is told by \
        `opened-port`; this rule finds those that are open, and is off until a policy gives it a level.
        """,
      example: #"ports: ["5432:5432"]"#,
      remedy: "Name an address: `127.0.0.1:5432:5432`."
    ),
    Explanation(
      "policy/privileged-port",
      meaning: """
        The service listens below port 1024, for which programs often run as root. The rule is off until a policy \
        gives it a level.
        """,
      example: #"ports: ["8080:80"]"#,
      remedy: "Let it listen above 1023, and publish that port as the known one: `80:8080`."
    ),
    Explanation(
      "policy/default-network",
      meaning: """
        A service of a stack with three or more is in the network that all share, so that each reaches every other. \
        The rule is off until a policy gives it a level.
        """,
      example: "services without `networks`",
      remedy: "Name the networks that each service needs."
    ),
    Explanation(
      "policy/shared-volume",
      meaning: """
        Several services write to one volume: few programs expect that, and an intruder in one reaches the others. \
        The rule is off until a policy gives it a level.
        """,
      example: "two services mount `data:/data`",
      remedy: "Mount it read-only in all but one: `data:/data:ro`."
    ),
    Explanation(
      "policy/container-name-collision",
      meaning: """
        Two services of one host give their container the same name. The engine refuses the second, which then \
        doesn't start.
        """,
      example: "container_name: db   (in two stacks)",
      remedy: "Leave `container_name` out: Docker Compose makes a name that is free."
    ),
    Explanation(
      "policy/unpinned-image",
      meaning: """
        An image is named by its tag only, which its publisher may give to another image. The rule is off until a \
        policy gives it a level.
        """,
      example: "image: nginx:1.27.2",
      remedy: "Add the digest: `nginx:1.27.2@sha256:…`."
    ),
    Explanation(
      "policy/build-and-image",
      meaning: """
        A service has both `build` and `image`, and the file doesn't say whether it is built or pulled. The rule is \
        off until a policy gives it a level.
        """,
      example: """
        build: .
        image: me/app:1
        """,
      remedy: "Keep one of them, or set `pull_policy: build`."
    ),
    Explanation(
      "policy/missing-restart-policy",
      meaning: """
        A service stays down when it ends or the host starts again. The rule is off until a policy gives it a level.
        """,
      example: #"restart: "no""#,
      remedy: "Set `restart: unless-stopped`, or `on-failure:5` for one that may give up."
    ),
    Explanation(
      "policy/unlimited-resources",
      meaning: """
        A service may take all memory, processors or processes of its host. The rule is off until a policy gives it a \
        level.
        """,
      example: """
        services:
          web: {image: nginx:1.27}
        """,
      remedy: "Set `mem_limit`, `cpus` and `pids_limit`, above what it has needed so far."
    ),
    Explanation(
      "policy/no-log",
      meaning: "Nobody keeps what a service says, so nobody can tell later what went wrong.",
      example: "logging: {driver: none}",
      remedy: "Use the driver `local`, which keeps a few files of bounded size."
    ),
  ]
}
