extension KnownImages {
  /// What switches the lights, and games.
  static let house: [KnownImage] = [
    KnownImage(
      "ghcr.io/home-assistant/home-assistant",
      "homeassistant/home-assistant",
      probe: .http(.curl, 8_123, path: "/manifest.json"),
      warmUp: 120
    ),
    KnownImage("eclipse-mosquitto", probe: .shell("nc -z -w 2 127.0.0.1 1883"), warmUp: 10, programs: ["mosquitto"]),
    KnownImage("nodered/node-red", probe: .builtIn),
    KnownImage("esphome/esphome", "ghcr.io/esphome/esphome", probe: .builtIn),
    KnownImage("ghcr.io/blakeblackshear/frigate", probe: .builtIn),
    KnownImage("itzg/minecraft-server", probe: .builtIn),
  ]
}
