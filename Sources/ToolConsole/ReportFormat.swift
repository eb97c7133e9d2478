public import ArgumentParser

/// How findings are printed.
public enum ReportFormat: String, Sendable, CaseIterable, ExpressibleByArgument {
  /// Excerpts, for people.
  case text
  /// One JSON value.
  case json
  /// Workflow commands, which GitHub's, Forgejo's and Gitea's runners show beside the changed line.
  case github
}

/// How an answer is printed.
public enum AnswerFormat: String, Sendable, CaseIterable, ExpressibleByArgument {
  /// For people.
  case text
  /// One JSON value.
  case json
}

/// How a document is printed.
public enum DocumentFormat: String, Sendable, CaseIterable, ExpressibleByArgument {
  /// For people at a terminal.
  case text
  /// One JSON value.
  case json
  /// For a pull request.
  case markdown
}
