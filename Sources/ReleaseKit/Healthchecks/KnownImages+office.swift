extension KnownImages {
  /// Files, documents, notes, code and what reads them.
  static let office: [KnownImage] = [
    KnownImage(
      "nextcloud",
      probe: .http(.curl, 80, path: "/status.php"),
      warmUp: 120,
      programs: ["apache2-foreground"],
      requirements: [.tagLacks("fpm")]
    ),
    .linuxServer("nextcloud", port: 80, path: "/status.php"),
    KnownImage("ghcr.io/paperless-ngx/paperless-ngx", "paperlessngx/paperless-ngx", probe: .builtIn),
    KnownImage(
      "gotenberg/gotenberg",
      probe: .http(.curl, ContainerPort(3_000, movedBy: "API_PORT"), path: "/health"),
      programs: ["gotenberg"]
    ),
    KnownImage("vaultwarden/server", "ghcr.io/dani-garcia/vaultwarden", "quay.io/vaultwarden/server", probe: .builtIn),
    KnownImage(
      "gitea/gitea",
      probe: .http(.curl, ContainerPort(3_000, movedBy: "GITEA__server__HTTP_PORT"), path: "/api/healthz")
    ),
    KnownImage(
      "codeberg.org/forgejo/forgejo",
      "data.forgejo.org/forgejo/forgejo",
      probe: .http(.curl, ContainerPort(3_000, movedBy: "FORGEJO__server__HTTP_PORT"), path: "/api/healthz")
    ),
    KnownImage(
      "miniflux/miniflux",
      "ghcr.io/miniflux/miniflux",
      probe: .program(["/usr/bin/miniflux", "-healthcheck", "auto"])
    ),
    KnownImage("wallabag/wallabag", probe: .builtIn),
    KnownImage("sissbruecker/linkding", "ghcr.io/sissbruecker/linkding", probe: .builtIn),
    KnownImage("ghcr.io/linkwarden/linkwarden", probe: .builtIn),
    KnownImage("ghcr.io/karakeep-app/karakeep", probe: .builtIn),
    KnownImage("docker.getoutline.com/outlinewiki/outline", "outlinewiki/outline", probe: .builtIn),
    KnownImage("docmost/docmost", probe: .http(.curl, 3_000, path: "/api/health")),
    KnownImage("triliumnext/trilium", "ghcr.io/triliumnext/trilium", probe: .builtIn),
    KnownImage("ghcr.io/mealie-recipes/mealie", probe: .builtIn),
    KnownImage("vabene1111/recipes", probe: .http(.wget, 8_080, path: "/accounts/login/"), warmUp: 60),
    KnownImage("searxng/searxng", "ghcr.io/searxng/searxng", probe: .http(.wget, 8_080, path: "/healthz")),
    KnownImage(
      "dgtlmoon/changedetection.io",
      "ghcr.io/dgtlmoon/changedetection.io",
      probe: .http(.python, ContainerPort(5_000, movedBy: "PORT"), path: "/")
    ),
    KnownImage("syncthing/syncthing", "ghcr.io/syncthing/syncthing", probe: .builtIn),
    KnownImage("ghost", probe: .http(.node, 2_368, path: "/ghost/api/admin/site/"), warmUp: 60),
    KnownImage("collabora/code", probe: .http(.curl, 9_980, path: "/hosting/discovery"), warmUp: 60),
    KnownImage("onlyoffice/documentserver", probe: .http(.curl, 80, path: "/healthcheck"), warmUp: 120),
    KnownImage(
      "dpage/pgadmin4",
      probe: .http(.wget, ContainerPort(80, movedBy: "PGADMIN_LISTEN_PORT"), path: "/misc/ping"),
      warmUp: 60
    ),
    KnownImage(
      "metabase/metabase",
      probe: .http(.curl, ContainerPort(3_000, movedBy: "MB_JETTY_PORT"), path: "/api/health"),
      warmUp: 120
    ),
    KnownImage(
      "ghcr.io/umami-software/umami",
      probe: .http(.curl, ContainerPort(3_000, movedBy: "PORT"), path: "/api/heartbeat")
    ),
    KnownImage(
      "n8nio/n8n",
      "docker.n8n.io/n8nio/n8n",
      probe: .http(.wget, ContainerPort(5_678, movedBy: "N8N_PORT"), path: "/healthz")
    ),
    KnownImage("ollama/ollama", probe: .program(["ollama", "list"])),
    KnownImage(
      "ghcr.io/open-webui/open-webui",
      probe: .http(.curl, ContainerPort(8_080, movedBy: "PORT"), path: "/health"),
      warmUp: 120
    ),
  ]
}
