import OrderedCollections

extension CanonicalPass {
  /// A network, volume, secret or config, with `external: {name: …}` in today's form.
  static func resource(_ value: SourcedValue, named key: String) -> SourcedValue {
    guard value.isMapping else { return value.isNull ? SourcedValue([:], like: value) : value }
    var out = value
    for name in ["labels", "driver_opts"] {
      out[name] = value[name].map { texts(CanonicalForm.byKey($0), nullIsEmpty: true) }
    }
    guard let external = value["external"] else { return out }
    let isExternal = external.isMapping ? true : external.flag ?? false
    out["external"] = SourcedValue(.scalar(.bool(isExternal)), external.origin, key: external.key)
    if isExternal, value["name"] == nil {
      out["name"] = external["name"] ?? SourcedValue(.scalar(.string(key)), value.key ?? value.origin)
    }
    return out
  }
}
