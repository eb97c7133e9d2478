import ComposeModel
import Fixtures
import Foundation
import Testing

/// What the reference made of a real file.
struct Expectation: Decodable {
  let file: String
  let mode: String
  let ok: Bool
  let errorClass: String?
  let env: [String: String]?
  let yaml: String?
  let variables: [String: Variable]?

  enum CodingKeys: String, CodingKey {
    case file
    case mode
    case ok
    case errorClass = "error_class"
    case env
    case yaml
    case variables
  }

  /// A variable with what is written beside it, in the reference's words.
  struct Variable: Decodable, Hashable {
    let defaultValue: String
    let presenceValue: String
    let isRequired: Bool

    enum CodingKeys: String, CodingKey {
      case defaultValue = "DefaultValue"
      case presenceValue = "PresenceValue"
      case isRequired = "Required"
    }
  }
}

extension Expectation.Variable {
  init(_ reference: VariableReference) {
    defaultValue = reference.defaultValue ?? ""
    presenceValue = reference.alternative ?? ""
    isRequired = reference.isRequired
  }
}

extension Expectation {
  /// Where the shared corpus has its Compose files.
  static var root: String { (SharedCorpus.directory ?? "") + "/corpus/compose" }

  /// What the reference prints, with the corpus where it is here.
  var text: String? {
    yaml?.replacing("@CORPUS@", with: Self.root)
      .replacing("@CORPUS_PARENT@", with: String(Self.root.dropLast("/compose".count)))
  }

  /// Every file in every mode.
  static func all() throws -> [Expectation] {
    let path = try #require(SharedCorpus.directory) + "/corpus/compose-expected.jsonl.gz"
    let text = try Program.run("gunzip", ["-c", path]).output
    return try text.split(separator: "\n").map { try JSONDecoder().decode(Expectation.self, from: Data($0.utf8)) }
  }
}

/// The files below a folder.
struct DiskTree: FileTree {
  let root: String

  func read(_ path: RepositoryPath) throws -> [UInt8]? {
    FileManager.default.contents(atPath: "\(root)/\(path.string)").map { Array($0) }
  }

  func entries(in directory: RepositoryPath) throws -> [FileTreeEntry] {
    let names = try FileManager.default.contentsOfDirectory(atPath: "\(root)/\(directory.string)")
    return names.sorted().map { FileTreeEntry(name: $0, kind: .file) }
  }
}
