import OrderedCollections
import SourceDiagnostics

extension CanonicalPass {
  /// How the service is spread, updated and limited.
  static func deploy(_ value: SourcedValue, _ context: inout LoadingContext) -> SourcedValue {
    var out = value
    if let labels = value["labels"] { out["labels"] = texts(CanonicalForm.byKey(labels), nullIsEmpty: true) }
    for (key, times) in [
      ("restart_policy", ["delay", "window"]), ("update_config", ["delay", "monitor"]),
      ("rollback_config", ["delay", "monitor"]),
    ] {
      guard var policy = value[key] else { continue }
      for time in times { policy[time] = policy[time].map { duration($0, &context) } }
      out[key] = policy
    }
    guard var resources = value["resources"] else { return out }
    for key in ["limits", "reservations"] {
      guard var amounts = resources[key] else { continue }
      amounts["cpus"] = amounts["cpus"].map(number)
      amounts["memory"] = amounts["memory"].map { bytes($0, &context) }
      amounts["devices"] = amounts["devices"].map(deviceRequests)
      resources[key] = amounts
    }
    out["resources"] = resources
    return out
  }

  /// Requests for devices such as graphics cards, `all` as a list of one.
  static func deviceRequests(_ value: SourcedValue) -> SourcedValue {
    if value.text == "all" {
      let all = SourcedValue(.scalar(.int(-1)), value.origin)
      return SourcedValue(.sequence([SourcedValue(["count": all], like: value)]), value.origin, key: value.key)
    }
    var out = value
    out.items = value.items.map { request in
      var request = request
      if let count = request["count"] { request["count"] = amount(of: count) }
      if request["count"] == nil, request["device_ids"] == nil {
        request["count"] = SourcedValue(.scalar(.int(-1)), request.origin)
      }
      return request
    }
    return out
  }

  /// An amount that may be written as text.
  static func number(_ value: SourcedValue) -> SourcedValue {
    guard let number = value.text.flatMap({ Double($0) }), number.isFinite else { return value }
    let scalar = Int(exactly: number).map(YAMLScalar.int) ?? .float(number)
    return SourcedValue(.scalar(scalar), value.origin, key: value.key)
  }

  private static func amount(of count: SourcedValue) -> SourcedValue {
    let number = count.text == "all" ? -1 : count.text.flatMap { Int($0) }
    return number.map { SourcedValue(.scalar(.int($0)), count.origin, key: count.key) } ?? count
  }

  /// Limits of block devices, with their rates in bytes.
  static func deviceLimits(_ value: SourcedValue, _ context: inout LoadingContext) -> SourcedValue {
    var out = value
    for key in ["device_read_bps", "device_read_iops", "device_write_bps", "device_write_iops"] {
      guard var limits = value[key] else { continue }
      limits.items = limits.items.map { limit in
        var limit = limit
        limit["rate"] = limit["rate"].map { bytes($0, &context) }
        return limit
      }
      out[key] = limits
    }
    return out
  }
}
