import OrderedCollections
import SourceDiagnostics

extension ConsistencyPass {
  /// A network, volume, secret or config says where it comes from, once.
  func checkResource(_ key: String, _ resource: SourcedValue, _ kind: String, _ context: inout LoadingContext) {
    let isExternal = resource["external"]?.flag == true
    if isExternal, kind != "networks" {
      for (other, value) in resource.pairs where !["name", "external"].contains(other) && !other.hasPrefix("x-") {
        context.error(
          .conflict,
          "the \(kind.dropLast()) `\(key)` is external, so `\(other)` means nothing",
          [(value.key ?? value.origin).label()],
          help: "take `\(other)` or `external` away"
        )
      }
    }
    guard kind == "secrets" || kind == "configs", !isExternal else { return }
    let sources = ["file", "environment", "content"].filter { resource[$0] != nil }
    guard sources.count > 1 || sources.isEmpty && resource["driver"] == nil else { return }
    context.error(
      .conflict,
      "the \(kind.dropLast()) `\(key)` needs one of `file`, `environment`\(kind == "configs" ? ", `content`" : "") or `external`",
      [(resource.key ?? resource.origin).label()],
      help: sources.isEmpty ? "add one of them" : "keep one of them"
    )
  }
}
