import ComposeModel
import Fixtures
import FoundationEssentials
import SourceDiagnostics
import Testing

/// The cases of `../shared/cases/edits.json`: what each edit should make of its source, byte for byte.
@Suite(.enabled(if: SharedCorpus.isPresent, "\(SharedCorpus.absence)"))
struct `Shared edit cases` {
  @Test(arguments: EditCase.all)
  func `an edit yields the ideal bytes`(_ example: EditCase) throws {
    let document = try #require(ComposeDocument.parse(Array(example.src.utf8), file: "case.yaml").value)
    let edited = try document.applying([#require(example.edit)])
    #expect(example.right.contains(String(decoding: edited.bytes, as: UTF8.self)))
  }

  @Test func `all cases are read`() {
    #expect(EditCase.all.count >= 42)
  }
}

/// One case: a source, an operation, and what may come of it.
struct EditCase: Decodable, Sendable, CustomTestStringConvertible {
  let name: String
  let src: String
  let op: [Argument]
  let exp: String
  let alts: [String]

  enum Argument: Decodable, Sendable {
    case text(String)
    case number(Int)
    case path([Argument])

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let text = try? container.decode(String.self) {
        self = .text(text)
      } else if let number = try? container.decode(Int.self) {
        self = .number(number)
      } else {
        self = .path(try container.decode([Argument].self))
      }
    }

    var text: String? { if case .text(let text) = self { text } else { nil } }

    var yamlPath: YAMLPath? {
      guard case .path(let steps) = self else { return nil }
      return YAMLPath(
        steps.compactMap { step in
          switch step {
          case .text(let text): .key(text)
          case .number(let number): .index(number)
          case .path: nil
          }
        }
      )
    }
  }

  static let all: [Self] = {
    guard let directory = SharedCorpus.directory else { return [] }
    guard let data = try? Data(contentsOf: URL(filePath: "\(directory)/cases/edits.json")) else { return [] }
    return (try? JSONDecoder().decode([Self].self, from: data)) ?? []
  }()

  var testDescription: String { name }

  var right: [String] { [exp] + alts }

  /// The case's operation as one of ours.
  var edit: Edit? {
    guard let operation = op.first?.text, op.count > 1, let path = op[1].yamlPath else { return nil }
    let texts = op.dropFirst(2).compactMap(\.text)
    switch (operation, texts.count) {
    case ("set", 1): return .set(path, .string(texts[0]))
    case ("add", 2): return .insert(path.appending(key: texts[0]), .string(texts[1]), at: .last)
    case ("add", 3): return .insert(path.appending(key: texts[0]), .string(texts[1]), at: .after(.key(texts[2])))
    case ("append", 1): return .append(path, .string(texts[0]))
    case ("del", 0): return .remove(path)
    default: return nil
    }
  }
}
