import OrderedCollections
import SourceDiagnostics

extension CanonicalPass {
  /// Commands that run before or after the service's own, with their words split.
  static func hooks(_ value: SourcedValue, _ context: inout LoadingContext) -> SourcedValue {
    var out = value
    out.items = value.items.map { hook in
      var hook = hook
      hook["command"] = hook["command"].map { words($0, &context) }
      hook["environment"] = hook["environment"].map { texts(CanonicalForm.byKey($0), nullIsEmpty: false) }
      return hook
    }
    return out
  }

  /// What stands in for a container, with each of its options as a list of texts.
  static func provider(_ value: SourcedValue) -> SourcedValue {
    guard var options = value["options"] else { return value }
    options.pairs = options.pairs.mapValues { itemTexts(CanonicalForm.list($0)) }
    var out = value
    out["options"] = options
    return out
  }

  /// Where logs go, with every option as text.
  static func logging(_ value: SourcedValue) -> SourcedValue {
    var out = value
    out["options"] = value["options"].map { texts($0, nullIsEmpty: true) }
    return out
  }
}
