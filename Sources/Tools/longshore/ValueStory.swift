import ComposeModel
import SourceDiagnostics
import ToolConsole

/// What a person is told of where a value came from: its line, its variables, and what it took the place of.
struct ValueStory {
  private var lines: [String] = []

  var text: String { lines.map { "\($0)\n" }.joined() }

  init(_ provenance: Provenance, of path: YAMLPath, in located: LocatedProject) throws {
    lines.append("\(path) = \(provenance.shownValue(at: path))".neutralised)
    let place = Self.place(provenance.origin, in: located)
    lines.append(provenance.isWritten ? "  written at \(place)" : "  not written; it follows from \(place)")
    for name in provenance.origin.variables { lines.append(try Self.source(of: name, in: located)) }
    for step in provenance.steps {
      let place = Self.place(step.origin, in: located)
      switch step.kind {
      case .alias: lines.append("  by way of the alias at \(place)")
      case .overridden: lines.append("  in the place of \(place)")
      case .implied: break
      }
    }
  }

  /// `compose.yaml:3:12: image: nginx`, without secrets.
  private static func place(_ origin: Origin, in located: LocatedProject) -> String {
    let name = located.shownName(of: origin.file).neutralised
    guard let source = located.source(of: origin.file) else { return name }
    let position = source.position(of: origin.bytes.lowerBound)
    let lines = source.shownLines
    let line = lines.indices.contains(position.line - 1) ? lines[position.line - 1] : ""
    return "\(name):\(position): \(line.drop { $0 == " " })"
  }

  /// Where a variable has its value from.
  private static func source(of name: String, in located: LocatedProject) throws -> String {
    if located.environment[name] != nil { return "  with \(name) from the environment" }
    for file in (located.options.environmentFiles ?? []).reversed() {
      guard let path = try? RepositoryPath.root.joining(relative: String(file.drop { $0 == "/" })),
        let bytes = try located.tree.read(path),
        let entry = DotenvFile.parse(bytes, file: path.string).value?.entries.last(where: { $0.key == name })
      else { continue }
      let position = SourceText(bytes).position(of: entry.bytes.lowerBound)
      return "  with \(name) from \(located.shownName(of: path.string)):\(position)".neutralised
    }
    return "  with \(name), which isn't set"
  }
}
