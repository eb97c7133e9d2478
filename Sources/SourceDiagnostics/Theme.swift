/// What the parts of a message look like on a terminal.
public enum Theme: Sendable, Hashable {
  /// Text alone: files, pipes and terminals that asked for no colour.
  case plain
  /// ANSI colours.
  case coloured

  /// What a part of a message is.
  public enum Role: Sendable, Hashable, CaseIterable {
    /// An error and its underline.
    case error
    /// A warning and its underline.
    case warning
    /// A note and its underline.
    case note
    /// A file, line and column.
    case place
    /// Line numbers and what is beside the point.
    case gutter
    /// What a change adds.
    case added
    /// What a change takes away.
    case removed
    /// A heading.
    case heading

    /// The role of what has `severity`.
    public init(_ severity: Diagnostic.Severity) {
      switch severity {
      case .error: self = .error
      case .warning: self = .warning
      case .note: self = .note
      }
    }

    private var parameters: String {
      switch self {
      case .error: "1;31"
      case .warning: "1;33"
      case .note: "1;36"
      case .place: "36"
      case .gutter: "34"
      case .added: "32"
      case .removed: "31"
      case .heading: "1"
      }
    }

    fileprivate var start: String { "\u{1B}[\(parameters)m" }
  }

  /// `text` as a part of `role` looks.
  public func paint(_ text: String, _ role: Role) -> String {
    self == .plain || text.isEmpty ? text : "\(role.start)\(text)\u{1B}[0m"
  }
}
