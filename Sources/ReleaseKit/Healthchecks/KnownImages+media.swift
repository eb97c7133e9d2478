extension KnownImages {
  /// Films, music, books and pictures, and what fetches them.
  static let media: [KnownImage] = [
    KnownImage("jellyfin/jellyfin", "ghcr.io/jellyfin/jellyfin", probe: .builtIn),
    .linuxServer("jellyfin", port: 8_096, path: "/health"),
    KnownImage("plexinc/pms-docker", probe: .builtIn),
    .linuxServer("plex", port: 32_400, path: "/identity"),
    .linuxServer("sonarr", port: 8_989, path: "/ping"),
    .linuxServer("radarr", port: 7_878, path: "/ping"),
    .linuxServer("lidarr", port: 8_686, path: "/ping"),
    .linuxServer("readarr", port: 8_787, path: "/ping"),
    .linuxServer("prowlarr", port: 9_696, path: "/ping"),
    .linuxServer("bazarr", port: 6_767, path: "/api/system/ping"),
    .linuxServer("sabnzbd", port: 8_080),
    .linuxServer("qbittorrent", port: ContainerPort(8_080, movedBy: "WEBUI_PORT")),
    .linuxServer("deluge", port: 8_112),
    .linuxServer("jackett", port: 9_117, path: "/UI/Login"),
    .linuxServer("tautulli", port: 8_181, path: "/status"),
    .linuxServer("calibre-web", port: 8_083, path: "/login"),
    KnownImage("sctx/overseerr", probe: .http(.wget, ContainerPort(5_055, movedBy: "PORT"), path: "/api/v1/status")),
    KnownImage(
      "fallenbagel/jellyseerr",
      "ghcr.io/fallenbagel/jellyseerr",
      "ghcr.io/seerr-team/seerr",
      probe: .http(.wget, ContainerPort(5_055, movedBy: "PORT"), path: "/api/v1/status")
    ),
    KnownImage("deluan/navidrome", probe: .http(.wget, ContainerPort(4_533, movedBy: "ND_PORT"), path: "/ping")),
    KnownImage(
      "ghcr.io/advplyr/audiobookshelf",
      probe: .http(.wget, ContainerPort(80, movedBy: "PORT"), path: "/healthcheck")
    ),
    KnownImage("ghcr.io/immich-app/immich-server", probe: .builtIn),
    KnownImage("ghcr.io/immich-app/immich-machine-learning", probe: .builtIn),
    KnownImage(
      "photoprism/photoprism",
      probe: .http(.curl, ContainerPort(2_342, movedBy: "PHOTOPRISM_HTTP_PORT"), path: "/api/v1/status"),
      warmUp: 120
    ),
  ]
}
