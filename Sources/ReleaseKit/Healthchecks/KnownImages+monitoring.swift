extension KnownImages {
  /// What watches, draws and reports.
  static let monitoring: [KnownImage] = [
    KnownImage(
      "grafana/grafana",
      "grafana/grafana-oss",
      "grafana/grafana-enterprise",
      probe: .http(.wget, ContainerPort(3_000, movedBy: "GF_SERVER_HTTP_PORT"), path: "/api/health"),
      requirements: [.tagLacks("distroless")]
    ),
    KnownImage(
      "prom/prometheus",
      "quay.io/prometheus/prometheus",
      probe: .http(.wget, 9_090, path: "/-/healthy"),
      requirements: [
        .tagLacks("distroless"), .commandLacks("web.external-url"), .commandLacks("web.listen-address"),
      ]
    ),
    KnownImage(
      "prom/alertmanager",
      "quay.io/prometheus/alertmanager",
      probe: .http(.wget, 9_093, path: "/-/healthy"),
      requirements: [
        .tagLacks("distroless"), .commandLacks("web.external-url"), .commandLacks("web.listen-address"),
      ]
    ),
    KnownImage(
      "prom/node-exporter",
      "quay.io/prometheus/node-exporter",
      probe: .http(.wget, 9_100, path: "/"),
      requirements: [.tagLacks("distroless"), .commandLacks("web.listen-address")]
    ),
    KnownImage(
      "prom/blackbox-exporter",
      "quay.io/prometheus/blackbox-exporter",
      probe: .http(.wget, 9_115, path: "/-/healthy"),
      requirements: [.tagLacks("distroless"), .commandLacks("web.listen-address")]
    ),
    KnownImage("gcr.io/cadvisor/cadvisor", "ghcr.io/google/cadvisor", probe: .http(.wget, 8_080, path: "/healthz")),
    KnownImage("victoriametrics/victoria-metrics", probe: .http(.wget, 8_428, path: "/health")),
    KnownImage("netdata/netdata", probe: .builtIn),
    KnownImage("louislam/uptime-kuma", probe: .builtIn),
    KnownImage("louislam/dockge", probe: .builtIn),
    KnownImage("amir20/dozzle", probe: .program(["/dozzle", "healthcheck"])),
    KnownImage("henrygd/beszel-agent", probe: .program(["/agent", "health"])),
    KnownImage("containrrr/watchtower", probe: .builtIn),
    KnownImage("ghcr.io/gethomepage/homepage", probe: .builtIn),
    KnownImage(
      "ghcr.io/analogj/scrutiny",
      probe: .http(.curl, 8_080, path: "/api/health"),
      requirements: [.tagHas("omnibus")]
    ),
    KnownImage("ghcr.io/getarcaneapp/arcane", probe: .program(["./arcane", "health", "--timeout", "2s"])),
    KnownImage("axllent/mailpit", probe: .program(["/mailpit", "readyz"])),
    KnownImage("binwiederhier/ntfy", probe: .http(.wget, 80, path: "/v1/health"), programs: ["serve"]),
    KnownImage("gotify/server", "ghcr.io/gotify/server", probe: .builtIn),
  ]
}
