import FoundationEssentials

extension Timestamp {
  /// This moment, for programs; libraries take the time as a parameter.
  public static var now: Timestamp { Timestamp(seconds: Int64(Date().timeIntervalSince1970)) }
}
