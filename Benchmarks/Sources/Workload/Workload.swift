/// Compose files to measure with, the same for the same numbers: what people write, and how they write it.
public enum Workload {
  /// How much of a workload is another value in its second version.
  public enum Change: Sendable {
    /// Nothing.
    case none
    /// This share of the files, each in one value.
    case files(Double)
    /// This share of the values, wherever they are.
    case values(Double)
  }

  /// Many small files, of about 1.9 KB each.
  public static func tree(files: Int = 5_000, change: Change = .none) -> [[UInt8]] {
    (0..<files).map { number in
      var writer = StackWriter(seed: UInt64(number) + 1, change: change)
      return writer.smallFile()
    }
  }

  /// One file with many services, of about 530 bytes each.
  public static func big(services: Int = 20_000, change: Change = .none) -> [UInt8] {
    var writer = StackWriter(seed: 4_242, change: change)
    return writer.bigFile(services: services)
  }

  /// The beginning of a file like ``big(services:change:)`` that has at least `bytes` bytes.
  public static func file(ofBytes bytes: Int) -> [UInt8] {
    var writer = StackWriter(seed: 77, change: .none)
    return writer.bigFile(bytes: bytes)
  }
}
