import SourceDiagnostics

extension CanonicalPass {
  /// How an image is built, with the defaults of its context and file.
  static func build(_ value: SourcedValue, _ context: inout LoadingContext) -> SourcedValue {
    guard value.isMapping else { return value }
    var out = value
    for key in ["args", "labels", "additional_contexts"] {
      out[key] = value[key].map { texts(CanonicalForm.byKey($0), nullIsEmpty: key == "labels") }
    }
    for key in ["no_cache", "pull", "privileged"] { out[key] = value[key].map { flag($0, key, &context) } }
    for key in ["provenance", "sbom"] {
      out[key] = value[key].map { $0.text.map { SourcedValue($0, like: value) } ?? $0 }
    }
    out["secrets"] = value["secrets"].map { grants($0, under: nil) }
    out["extra_hosts"] = value["extra_hosts"].map { hosts($0, &context) }
    out["shm_size"] = value["shm_size"].map { bytes($0, &context) }
    out["no_cache_filter"] = value["no_cache_filter"].map(CanonicalForm.list)
    for key in ["tags", "platforms"] {
      out[key]?.items = CanonicalForm.unique(value[key]?.items ?? []) { $0.text ?? "" }
    }
    if value["context"]?.text?.isEmpty ?? true { out["context"] = SourcedValue(.scalar(.string(".")), value.origin) }
    if value["dockerfile"]?.text?.isEmpty ?? true {
      let isInline = value["dockerfile_inline"] != nil
      out["dockerfile"] = isInline ? nil : SourcedValue(.scalar(.string("Dockerfile")), value.origin)
    }
    return out
  }
}
