import SourceDiagnostics

/// The name of a project: given from outside, written in a file, or made of the directory's name.
struct ProjectName {
  let stack: StackFiles
  let lookup: (String) -> String?

  /// Finds the name, and says what is wrong with it.
  func resolve(_ context: inout LoadingContext) throws -> String {
    if let given = lookup("COMPOSE_PROJECT_NAME"), !given.isEmpty {
      let normal = Self.normalized(given)
      if normal != given {
        refuse("`\(given)` isn't a project's name", nil, "set COMPOSE_PROJECT_NAME to `\(normal)`", &context)
      }
      return normal
    }
    let own = Self.normalized(stack.directory.lastComponent ?? "project")
    guard let written = try writtenName(&context), let text = resolved(written) else {
      if own.isEmpty {
        let message = "the directory's name has no letter or digit to make a project's name of"
        refuse(message, nil, "add `name:` to the file", &context)
      }
      return own
    }
    let name = Self.normalized(text)
    if name.isEmpty {
      refuse("the project's name is empty", written.label(), "write a name of letters and digits", &context)
    }
    return name.isEmpty ? own : name
  }

  /// The last `name:` of the stack's files.
  private func writtenName(_ context: inout LoadingContext) throws -> SourcedValue? {
    var written: SourcedValue?
    for file in stack.files {
      guard let bytes = try context.tree.read(file) else { continue }
      for root in context.roots(of: file, bytes) {
        if let name = root["name"], case .scalar(.string) = name.content { written = name }
      }
    }
    return written
  }

  /// The text with its variables; nil where they can't be resolved, which is said when the whole file is.
  private func resolved(_ name: SourcedValue) -> String? {
    name.text.flatMap { text in try? Interpolation(of: text, lookup: lookup).text }
  }

  private func refuse(
    _ message: String,
    _ label: Diagnostic.Label?,
    _ help: String,
    _ context: inout LoadingContext
  ) {
    let file = Diagnostic.Label(stack.files.first?.string ?? "", 0..<0)
    context.error(.badName, message, [label ?? file], help: help)
  }

  /// Lower-case letters, digits, `_` and `-`, beginning with a letter or digit.
  static func normalized(_ name: String) -> String {
    let kept = name.lowercased().utf8.filter {
      $0.isLowerAlphanumeric || $0 == 0x5F || $0 == 0x2D
    }
    return String(decoding: kept.drop { $0 == 0x5F || $0 == 0x2D }, as: UTF8.self)
  }
}
