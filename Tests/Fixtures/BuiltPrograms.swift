import Foundation

/// The programs that were built with the tests.
public enum BuiltPrograms {
  /// Where they lie: beside the test bundle that is running.
  public static let folder = ((try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? "")
    .split(separator: "/").dropLast().map { "/\($0)" }.joined()
}
