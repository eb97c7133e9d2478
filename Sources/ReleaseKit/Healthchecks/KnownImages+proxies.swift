extension KnownImages {
  /// What stands between the network and the services, and who may pass.
  static let proxies: [KnownImage] = [
    KnownImage(
      "traefik",
      probe: .program(["traefik", "healthcheck", "--ping"]),
      warmUp: 10,
      programs: ["traefik"],
      requirements: [.commandHas("--ping")]
    ),
    KnownImage("caddy", probe: .http(.wget, 2_019, path: "/config/"), warmUp: 10, programs: ["caddy"]),
    KnownImage(
      "nginx",
      probe: .http(.curlAnyAnswer, 80, path: "/"),
      warmUp: 10,
      programs: ["nginx"],
      requirements: [.tagLacks("slim")]
    ),
    KnownImage("jc21/nginx-proxy-manager", probe: .program(["/usr/bin/check-health"]), warmUp: 60),
    KnownImage("ghcr.io/goauthentik/server", probe: .builtIn),
    KnownImage("authelia/authelia", "ghcr.io/authelia/authelia", probe: .builtIn),
    KnownImage("ghcr.io/pocket-id/pocket-id", probe: .builtIn),
    KnownImage("ghcr.io/wg-easy/wg-easy", probe: .builtIn),
    KnownImage("pihole/pihole", "ghcr.io/pi-hole/pihole", probe: .builtIn),
    KnownImage(
      "headscale/headscale",
      "ghcr.io/juanfont/headscale",
      probe: .program(["headscale", "health"]),
      programs: ["serve"]
    ),
    KnownImage("crowdsecurity/crowdsec", probe: .program(["cscli", "lapi", "status"]), warmUp: 60),
  ]
}
