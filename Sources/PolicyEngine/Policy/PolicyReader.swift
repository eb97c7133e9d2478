import ComposeModel
import SourceDiagnostics

/// Reads a policy file's tree, and collects what is wrong with it.
struct PolicyReader {
  let file: String
  let rules: [String: any Rule]
  var policy = Policy.standard
  var diagnostics: [Diagnostic] = []

  init(file: String, rules: [any Rule]) {
    self.file = file
    self.rules = Dictionary(rules.map { ($0.id.rawValue, $0) }) { first, _ in first }
  }

  mutating func read(_ roots: [YAMLNode]) {
    if roots.count > 1 {
      report(
        .unexpectedShape,
        "a policy is one document, and here begins another",
        at: roots[1],
        help: "join the documents"
      )
    }
    guard let root = roots.first else { return }
    for (key, value) in pairs(of: root, in: "a policy", named: ["rules", "paths", "exceptions", "protected", "limits"])
    {
      switch key {
      case "rules": policy.levels = levels(value, in: "rules")
      case "paths": policy.pathLevels = pathLevels(value)
      case "exceptions": policy.exceptions = items(of: value, in: "exceptions").compactMap { exception($0) }
      case "protected": policy.protectedPaths = items(of: value, in: "protected").compactMap { protectedPath($0) }
      default: readLimits(value)
      }
    }
  }

  private mutating func pathLevels(_ node: YAMLNode) -> [PathLevels] {
    pairs(of: node, in: "paths").map { pattern, value in
      PathLevels(PathPattern(pattern), levels(value, in: pattern))
    }
  }

  private mutating func protectedPath(_ node: YAMLNode) -> PathPattern? {
    text(of: node, in: "protected", meaning: "a path").map { PathPattern($0) }
  }

  private mutating func readLimits(_ node: YAMLNode) {
    for (key, value) in pairs(of: node, in: "limits", named: ["changed-stacks"]) {
      guard let number = text(of: value, in: key, meaning: "a number").flatMap({ Int($0) }), number > 0 else {
        report(
          .unexpectedShape,
          "\(key.quoted) needs a number above 0",
          at: value,
          help: "write how many stacks may change at once"
        )
        continue
      }
      policy.maximumChangedStacks = number
    }
  }
}
