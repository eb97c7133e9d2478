import FoundationEssentials
import GitKit

/// How records are written to references and read back: the one JSON setup of this module.
///
/// Keys are sorted, so that `git diff` shows what changed. Each record has a `version`; one that is newer than ours is
/// refused, keys that we don't know are ignored.
enum RecordJSON {
  /// The version that we write.
  static let version = 1

  static func encode(_ record: some Encodable) throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return Array(try encoder.encode(Versioned(record))) + [UInt8(ascii: "\n")]
  }

  /// Reads a record; `place` says in messages which it is: `proposal.json of refs/longshore/proposals/3`.
  static func decode<Record: Decodable>(_ type: Record.Type, from bytes: [UInt8], at place: String) throws -> Record {
    let operation = "read \(place)"
    do {
      let decoder = JSONDecoder()
      let data = Data(bytes)
      let written = try decoder.decode(VersionOnly.self, from: data).version
      guard written <= version else {
        throw GitOpsError(
          code: .newerVersion,
          operation: operation,
          reason: "it has version \(written), and this program reads up to \(version)",
          help: "install a newer Longshore here"
        )
      }
      return try decoder.decode(type, from: data)
    } catch let error as DecodingError {
      throw GitOpsError(
        code: .unreadableRecord,
        operation: operation,
        reason: error.sentence,
        help: "let the program that writes it write it again"
      )
    }
  }

  private struct VersionOnly: Decodable {
    let version: Int
  }

  private struct Versioned<Record: Encodable>: Encodable {
    let record: Record

    init(_ record: Record) { self.record = record }

    enum CodingKeys: CodingKey {
      case version
    }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(RecordJSON.version, forKey: .version)
      try record.encode(to: encoder)
    }
  }
}

extension DecodingError {
  /// What is wrong, with the key it is about.
  fileprivate var sentence: String {
    switch self {
    case .keyNotFound(let key, let context): "there is no `\(path(context, key))`"
    case .valueNotFound(_, let context), .typeMismatch(_, let context):
      context.codingPath.isEmpty ? "it isn't a JSON object" : "`\(path(context))` holds something else than it should"
    case .dataCorrupted(let context) where context.codingPath.isEmpty: "it isn't JSON"
    case .dataCorrupted(let context): "`\(path(context))`: \(GitOpsError.excerpt(context.debugDescription, limit: 200))"
    @unknown default: "it isn't a record of ours"
    }
  }

  private func path(_ context: Context, _ key: (any CodingKey)? = nil) -> String {
    let keys = (context.codingPath + (key.map { [$0] } ?? [])).prefix(8)
    return GitOpsError.excerpt(keys.map { $0.intValue.map(String.init) ?? $0.stringValue }.joined(separator: "."))
  }
}
