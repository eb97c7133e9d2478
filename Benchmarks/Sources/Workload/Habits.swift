/// What the files are made of.
enum Habits {
  static let images = [
    "nginx", "postgres", "redis", "traefik", "mariadb", "mongo", "registry.example.org/team/api",
    "ghcr.io/example/worker",
    "lscr.io/example/media", "docker.io/library/caddy", "quay.io/example/identity", "grafana/grafana",
    "prom/prometheus",
  ]
  static let words = [
    "amber", "birch", "cobalt", "dune", "elm", "fjord", "gale", "heron", "islet", "jetty", "kelp", "lagoon", "mistral",
    "nimbus",
  ]
  static let comments = [
    "keep in step with the proxy", "TODO: a secret, not a variable", "reached through the VPN only",
    "läuft auf dem NAS — nicht anfassen",
    "see https://wiki.example.org/stacks#this", "was 512m, too little", "don't upgrade before the backup ran",
    "日本語のコメント",
  ]
  static let variables = [
    ("TZ", "Europe/Berlin"), ("PUID", "1000"), ("DB_HOST", "db"), ("DB_PASSWORD", "${DB_PASSWORD:?missing}"),
    ("LOG_LEVEL", "info"),
    ("REDIS_URL", "redis://cache:6379/0"), ("BASE_URL", "https://app.example.org/"), ("UMASK", "022"), ("WORKERS", "4"),
    ("FEATURES", "search, mail"), ("GREETING", "it's ready"), ("NODE_ENV", "production"),
  ]
  static let commands = [
    "[\"--config\", \"/etc/app.yml\", \"--verbose\"]", "serve --listen 0.0.0.0:8080 --quiet",
    "['sh', '-c', 'exec app']",
  ]
}
