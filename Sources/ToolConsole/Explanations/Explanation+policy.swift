extension Explanation {
  /// The pages about policy.
  static let policy: [Explanation] = [
    Explanation(
      "policy/protected-path",
      meaning: """
        A change by an agent touches what decides over agents: Longshore's configuration and policy, CI workflows, \
        Git hooks and attributes, or a path the policy protects. Links, submodules and changed file modes count \
        too.
        """,
      example: "longshore/x changes .longshore/policy.yaml",
      remedy: "Let a person make that change."
    ),
    Explanation(
      "policy/data-loss",
      meaning: """
        A volume or folder that holds a service's data would be dropped, renamed, or mounted elsewhere. The data \
        stays on the host, but the service starts without it.
        """,
      example: """
        volumes:
          - pgdata2:/var/lib/postgresql/data
        """,
      remedy: "Keep the volume's name, or move the data first and approve knowingly."
    ),
    Explanation(
      "policy/major-database-upgrade",
      meaning: "A database goes to a new major version over the data of the old one, which it can't read.",
      example: "image: postgres:17   (was postgres:15)",
      remedy: "Dump, upgrade and restore, or run the image's upgrade step; until then stay on the old major version."
    ),
    Explanation(
      "policy/database-downgrade",
      meaning: "A database goes to an older version over data of the newer one.",
      example: "image: mariadb:10.11   (was mariadb:11.4)",
      remedy: "Restore a backup made with the older version."
    ),
    Explanation(
      "policy/removed-healthcheck",
      meaning: "A service loses its health check, so a broken deployment would look like a good one.",
      example: "healthcheck removed from web",
      remedy: "Keep a health check, or say in an exception why there can't be one."
    ),
    Explanation(
      "policy/missing-healthcheck",
      meaning: "Nothing finds out whether the service works. A deployment can then only see that the container runs.",
      example: """
        services:
          web: {image: nginx:1.27}
        """,
      remedy: "Add `healthcheck:`; `longshore propose health` knows checks for many images."
    ),
    Explanation(
      "policy/floating-tag",
      meaning: """
        The image's tag moves, so what runs depends on when it was pulled, and a rollback doesn't bring the old \
        version back.
        """,
      example: "image: nginx:latest",
      remedy: "Name a version: `nginx:1.27.2`."
    ),
    Explanation(
      "policy/privileged",
      meaning: "A privileged container has nearly all rights on its host.",
      example: "privileged: true",
      remedy: "Give it only the capability or device that it needs."
    ),
    Explanation(
      "policy/docker-socket",
      meaning: "Whoever can write to the engine's socket is root on the host.",
      example: "volumes: [/var/run/docker.sock:/var/run/docker.sock]",
      remedy: "Put a filtering socket proxy in between, or except it with a reason."
    ),
    Explanation(
      "policy/plain-secret",
      meaning: "A credential is written in the repository, where it stays for ever.",
      example: "POSTGRES_PASSWORD: hunter2",
      remedy: "Move it to a file named under `secrets:`, and change it: it was seen."
    ),
    Explanation(
      "policy/opened-port",
      meaning: "A port becomes reachable that wasn't before.",
      example: #"ports: ["5432:5432"]"#,
      remedy: "Bind it to `127.0.0.1`, leave it to the reverse proxy, or approve knowingly."
    ),
    Explanation(
      "policy/port-collision",
      meaning: "Two stacks on one host publish the same port, so the second one can't start.",
      example: "two stacks publish 8080",
      remedy: "Give one of them another port."
    ),
    Explanation(
      "policy/weakened-hardening",
      meaning: """
        A change takes protection away: a capability added, privileges, the engine's socket, a security option, a \
        host namespace.
        """,
      example: "cap_add: [SYS_ADMIN]",
      remedy: "Leave it out, or approve knowingly."
    ),
    Explanation(
      "policy/does-not-load",
      meaning: "A stack loaded before the change and doesn't after it.",
      example: "a proposal with a syntax error",
      remedy: "Correct what the other diagnostics say."
    ),
    Explanation(
      "policy/wide-change",
      meaning: "A change touches more stacks than one proposal may.",
      example: "a proposal over 40 stacks",
      remedy: "Split it."
    ),
    Explanation(
      "policy/expired-exception",
      meaning: "An exception in the policy has run out and excuses nothing any more.",
      example: "until: 2024-01-01",
      remedy: "Take it away, or renew it with today's reason."
    ),
    Explanation(
      "policy/incomplete-exception",
      meaning: "An exception lacks its rule, path, reason or end.",
      example: "- rule: privileged",
      remedy: "Add `path`, `reason` and `until`."
    ),
    Explanation(
      "policy/incomplete-policy",
      meaning: """
        The policy couldn't be understood as a whole, so every change is denied: a rule that isn't understood may \
        be the one that protects.
        """,
      example: "rules: {floating-tga: deny}",
      remedy: "Correct what the other diagnostics say about the policy."
    ),
    Explanation(
      "policy/fixed-rule",
      meaning: "The level of a rule can't be changed: without it the agent could change its own bounds.",
      example: "rules: {protected-path: off}",
      remedy: "Take the line away."
    ),
    Explanation(
      "policy/unknown-rule",
      meaning: "The policy names a rule that doesn't exist.",
      example: "rules: {floating-tga: deny}",
      remedy: "Correct the name."
    ),
    Explanation(
      "policy/unknown-level",
      meaning: "The policy names a level that doesn't exist.",
      example: "rules: {floating-tag: maybe}",
      remedy: "Use one of the levels that the message names."
    ),
    Explanation(
      "policy/unknown-key",
      meaning: "The policy has a key that isn't one of its own.",
      example: "rule: {}",
      remedy: "Correct the name."
    ),
    Explanation(
      "policy/unknown-date",
      meaning: "A date isn't a day of the calendar.",
      example: "until: 2027-02-30",
      remedy: "Write it as `2027-02-28`."
    ),
    Explanation(
      "policy/unexpected-shape",
      meaning: "A part of the policy is of another kind than belongs there.",
      example: "rules: [floating-tag]",
      remedy: "Write what the message asks for."
    ),
  ]
}
