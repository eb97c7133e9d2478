/// A diagnostic as a line that GitHub's, Forgejo's and Gitea's runners turn into an annotation.
///
/// `::error file=cloud/compose.yaml,line=3,col=12,title=policy/floating-tag::message`, as GitHub documents workflow
/// commands.
public struct WorkflowCommand: Sendable, Hashable {
  private let record: DiagnosticRecord

  /// Makes a command of `record`.
  public init(_ record: DiagnosticRecord) { self.record = record }
}

extension WorkflowCommand: CustomStringConvertible {
  /// The line, without its line break.
  public var description: String {
    var properties: [(String, String)] = []
    if let place = record.places.first {
      properties.append(("file", place.file))
      if let start = place.start { properties += [("line", "\(start.line)"), ("col", "\(start.column)")] }
      if let end = place.end, end.line == place.start?.line { properties.append(("endColumn", "\(end.column)")) }
    }
    properties.append(("title", record.code.rawValue))
    let command = record.severity == .note ? "notice" : record.severity.rawValue
    let list = properties.map { "\($0)=\(escaped($1, also: [":", ","]))" }.joined(separator: ",")
    let text = [record.message, record.help].compactMap(\.self).joined(separator: "\n")
    return "::\(command) \(list)::\(escaped(text, also: []))"
  }

  private func escaped(_ text: String, also more: Set<Unicode.Scalar>) -> String {
    text.unicodeScalars.reduce(into: "") { out, scalar in
      switch scalar {
      case "%", "\r", "\n": out += percent(scalar)
      case _ where more.contains(scalar): out += percent(scalar)
      default: out.unicodeScalars.append(scalar)
      }
    }
  }

  private func percent(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "%\(digits.count == 1 ? "0" : "")\(digits)"
  }
}
