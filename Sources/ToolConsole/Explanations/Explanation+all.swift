public import SourceDiagnostics

extension Explanation {
  /// Every page, by code.
  public static let all = (yaml + compose + edit + policy + hardening + guardian + deploy + config + catalogue + tree)
    .sorted { $0.code.rawValue < $1.code.rawValue }

  /// The page about `code`.
  public static func about(_ code: DiagnosticCode) -> Explanation? { all.first { $0.code == code } }
}

extension Explanation {
  /// The first sentence of the meaning.
  public var summary: String {
    meaning.firstMatch(of: /^.*?\.(?=\s|$)/).map { String($0.0) } ?? meaning
  }

  /// What to say about a code that has no page.
  public static func unknown(_ code: String) -> String {
    let names = all.map(\.code.rawValue)
    guard let nearest = names.nearest(to: code) else {
      return "no diagnostic is called `\(code)`; --list shows them all"
    }
    return "no diagnostic is called `\(code)`; did you mean `\(nearest)`?"
  }
}
