/// What a text looks like where not any text will do, as far as the reference looks.
enum TextForm: Sendable {
  case containerName
  case pullPolicy

  /// Whether `text` has, somewhere in it, what the reference looks for.
  func matches(_ text: String) -> Bool {
    switch self {
    case .containerName:
      zip(text.utf8, text.utf8.dropFirst()).contains { $0.isAlphanumeric && $1.isResourceNameByte }
    case .pullPolicy: Self.policies.contains { text.contains($0) }
    }
  }

  /// The form in words.
  var words: String {
    switch self {
    case .containerName: "two or more letters, digits, `.`, `_` and `-`"
    case .pullPolicy: "`always`, `never`, `missing`, `build`, `daily`, `weekly` or `every_12h`"
    }
  }

  private static let policies = [
    "always", "never", "build", "if_not_present", "missing", "refresh", "daily", "weekly", "every_",
  ]
}
