internal import FoundationEssentials

/// The files that are changed at random: real ones where there are any, and ones made up.
public struct Corpus: Sendable {
  /// The real ones.
  public let files: [[UInt8]]

  /// Reads the YAML files below `folder`; none when it isn't there.
  public init(folder: String) {
    guard let names = try? FileManager.default.subpathsOfDirectory(atPath: folder) else {
      files = []
      return
    }
    files = names.sorted().compactMap { name in
      guard name.hasSuffix(".yaml") || name.hasSuffix(".yml") else { return nil }
      guard let data = FileManager.default.contents(atPath: folder + "/" + name) else { return nil }
      return data.isEmpty || data.count > 64 << 10 ? nil : Array(data)
    }
  }

  /// A real file or one made up, or some lines of it, of about 1 KB.
  public func sample(_ random: inout SeededRandom) -> [UInt8] {
    guard !files.isEmpty, random.chance(50) else { return RandomFile.bytes(&random) }
    let file = random.pick(files, or: [])
    let size = 60 + random.below(1_000)
    guard file.count > size else { return file }
    let start = random.chance(80) ? 0 : file.startOfLine(before: random.below(file.count - size))
    // Nearly always whole lines, so that many are read.
    let end = random.chance(90) ? file.startOfLine(before: start + size) : start + size
    return Array(file[start..<max(start, end)])
  }
}

extension [UInt8] {
  /// Where the line of `offset` begins.
  public func startOfLine(before offset: Int) -> Int {
    self[..<offset].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
  }

  /// The bytes as a Swift literal: what isn't printable ASCII is escaped.
  public var escaped: String {
    reduce(into: "") { text, byte in
      switch byte {
      case UInt8(ascii: "\n"): text += "\\n"
      case UInt8(ascii: "\r"): text += "\\r"
      case UInt8(ascii: "\t"): text += "\\t"
      case UInt8(ascii: "\\"): text += "\\\\"
      case UInt8(ascii: "\""): text += "\\\""
      case 0x20..<0x7F: text.unicodeScalars.append(Unicode.Scalar(byte))
      default: text += "\\x" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
      }
    }
  }
}
