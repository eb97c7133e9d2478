import Fixtures
import Foundation

/// The project as it lies on disk, for tests that read it.
enum ProjectFiles {
  /// The package's root.
  static let root = SharedCorpus.packageRoot

  /// A Swift file of the project.
  struct Source: CustomStringConvertible, Sendable {
    /// Relative to the root.
    let path: String
    let text: String

    var description: String { path }
    var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }
    var code: [Substring] { lines.filter { !$0.trimmingCharacters(in: .whitespaces).hasPrefix("//") } }
    /// `ComposeModel` of `Sources/ComposeModel/…`, `longshore` of `Sources/Tools/longshore/…`.
    var module: String {
      let parts = path.split(separator: "/")
      return String(parts.count > 2 && parts[1] == "Tools" ? parts[2] : parts[1])
    }
  }

  static let sources = swiftFiles(in: "Sources")
  static let tests = swiftFiles(in: "Tests")

  private static func swiftFiles(in folder: String) -> [Source] {
    let names = FileManager.default.enumerator(atPath: "\(root)/\(folder)")?.compactMap { $0 as? String } ?? []
    return names.filter { $0.hasSuffix(".swift") }.sorted()
      .compactMap { name in
        (try? String(contentsOfFile: "\(root)/\(folder)/\(name)", encoding: .utf8))
          .map { Source(path: "\(folder)/\(name)", text: $0) }
      }
  }

  /// Where the built programs lie: beside the test bundle that is running.
  static func program(_ name: String) throws -> String {
    let path = "\(BuiltPrograms.folder)/\(name)"
    if FileManager.default.isExecutableFile(atPath: path) { return path }
    let debug = "\(root)/.build/debug/\(name)"
    guard FileManager.default.isExecutableFile(atPath: debug) else { throw Program.Failure("\(name) isn't built") }
    return debug
  }
}

/// The manifest, as the package manager understands it.
struct Manifest: Decodable, Sendable {
  struct Target: Decodable, Sendable {
    struct Dependency: Decodable, Sendable {
      /// Each kind is an array whose first element is a name.
      let byName: [String?]?
      let product: [Product]?

      enum CodingKeys: CodingKey {
        case byName
        case product
      }

      init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        byName = try container.decodeIfPresent([Product].self, forKey: .byName)?.map(\.name)
        product = try container.decodeIfPresent([Product].self, forKey: .product)
      }

      var name: String? { byName?.first.flatMap(\.self) ?? product?.first?.name }
    }

    /// A name among other values of the same array.
    struct Product: Decodable, Sendable {
      let name: String?

      init(from decoder: any Decoder) throws {
        name = try? decoder.singleValueContainer().decode(String.self)
      }
    }

    let name: String
    let type: String
    let dependencies: [Dependency]
  }

  let targets: [Target]

  static let current = Result { () throws -> Manifest in
    let scratch = try TemporaryDirectory(named: "manifest")
    let answer = try Program.run(
      "swift",
      ["package", "--package-path", ProjectFiles.root, "--scratch-path", scratch.path("build"), "dump-package"]
    )
    guard answer.status == 0 else { throw Program.Failure(answer.errors) }
    return try JSONDecoder().decode(Manifest.self, from: Data(answer.output.utf8))
  }

  /// Everything that `target` links, itself left out.
  func links(of target: String) -> Set<String> {
    var found: Set<String> = []
    var waiting = [target]
    while let name = waiting.popLast() {
      let direct = targets.first { $0.name == name }?.dependencies.compactMap(\.name) ?? []
      for name in direct where found.insert(name).inserted { waiting.append(name) }
    }
    return found
  }
}
