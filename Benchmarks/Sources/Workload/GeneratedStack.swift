/// A Compose file of any size, in the forms people write: comments, anchors, short and long syntax, quotes.
public enum GeneratedStack {
  /// The text of a file with `services` services, the same for the same number.
  public static func text(services: Int) -> String {
    var text = """
      # Generated to measure parsers.
      name: generated
      x-logging: &logging
        driver: json-file
        options: {max-size: 10m, max-file: "3"}

      services:

      """
    for index in 0..<services { text += service(index) }
    return text
  }

  private static func service(_ index: Int) -> String {
    """
      app\(index):  # service number \(index)
        image: registry.example.org/team/app\(index):1.\(index % 40).\(index % 7)
        restart: unless-stopped
        logging: *logging
        environment:
          TZ: Europe/Berlin
          GREETING: "hello, \(index) \\u00e9"
        ports:
          - "127.0.0.1:\(10_000 + index % 50_000):8080"
        volumes:
          - data\(index):/var/lib/app
          - type: bind
            source: ./config
            target: /etc/app
            read_only: true
        healthcheck:
          test: ["CMD", "wget", "-q", "-O", "/dev/null", "http://127.0.0.1:8080/healthz"]
          interval: 30s

    """
  }
}
