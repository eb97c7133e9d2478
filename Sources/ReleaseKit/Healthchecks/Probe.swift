/// A way to ask a program in a container whether it works, by means that its image brings.
enum Probe: Sendable {
  /// The image has a check of its own, which holds as long as the service has none.
  case builtIn
  /// Run a program; it says by its exit status.
  case program([String])
  /// Run a line of shell, with `$` as the shell in the container sees it.
  case shell(String)
  /// Ask for a page over HTTP.
  case http(HTTPClientProgram, ContainerPort, path: String)
}

/// A program in an image that can ask for a page.
enum HTTPClientProgram: Sendable {
  /// `curl`; an answer that says error is one.
  case curl
  /// `curl`; any answer will do, so that a page behind a login counts.
  case curlAnyAnswer
  /// `wget` of GNU or busybox.
  case wget
  /// `python3`.
  case python
  /// `node`, 18 or later.
  case node

  /// The check that asks for `url`.
  func test(_ url: String) -> [String] {
    switch self {
    case .curl: ["CMD", "curl", "-fsS", "-o", "/dev/null", url]
    case .curlAnyAnswer: ["CMD", "curl", "-sS", "-o", "/dev/null", url]
    case .wget: ["CMD", "wget", "-q", "-O", "/dev/null", url]
    case .python: ["CMD", "python3", "-c", "import urllib.request as r; r.urlopen('\(url)', timeout=4)"]
    case .node:
      ["CMD", "node", "-e", "fetch('\(url)').then(r => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
    }
  }
}

/// The port that a program listens on inside its container.
struct ContainerPort: Sendable, ExpressibleByIntegerLiteral {
  /// The port unless a variable says otherwise.
  var number: Int
  /// The environment variable that moves it.
  var variable: String?

  init(_ number: Int, movedBy variable: String? = nil) {
    self.number = number
    self.variable = variable
  }

  init(integerLiteral value: Int) { self.init(value) }
}
