import ComposeModel
import SourceDiagnostics
import Testing

@Suite struct `Files that grow without end` {
  private func codes(_ files: [String: String]) throws -> [String] {
    let loaded = try ComposeLoader().load(StackFiles(file: RepositoryPath("compose.yaml")), from: MemoryTree(files))
    return loaded.diagnostics.filter { $0.severity == .error }.map(\.code.rawValue)
  }

  @Test func `through aliases are refused`() throws {
    var yaml = "x-0: &a0 [x, x, x, x, x, x, x, x, x]\n"
    for level in 1...12 {
      let items = Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ")
      yaml += "x-\(level): &a\(level) [\(items)]\n"
    }
    #expect(try codes(["compose.yaml": yaml]).count == 1)
  }

  @Test func `through variables are refused`() throws {
    let big = String(repeating: "x", count: 500_000)
    let items = Array(repeating: "\"$BIG\"", count: 1_000).joined(separator: ", ")
    let yaml = "x-all: [\(items)]\nservices:\n  a: {image: x}\n"
    #expect(try codes(["compose.yaml": yaml, ".env": "BIG=\(big)\n"]) == ["compose/too-many-values"])
  }

  @Test func `through variables of variables are refused`() throws {
    var dotenv = "A0=xxxxxxxxxx\n"
    for level in 1...30 { dotenv += "A\(level)=$A\(level - 1)$A\(level - 1)\n" }
    let found = try codes(["compose.yaml": "services:\n  a: {image: x}\n", ".env": dotenv])
    #expect(!found.isEmpty && Set(found) == ["compose/dotenv-syntax"])
  }

  @Test func `through ranges of ports are refused`() throws {
    let items = (1...40).map { "\"\($0)-65535:\($0)-65535\"" }.joined(separator: ", ")
    let found = try codes(["compose.yaml": "services:\n  a: {image: x, ports: [\(items)]}\n"])
    #expect(found == ["compose/too-many-values"])
  }

  @Test func `through includes of includes are refused`() throws {
    var files = ["compose.yaml": "include: [f1.yaml, f1.yaml]\nservices:\n  a: {image: x}\n"]
    for level in 1...12 {
      files["f\(level).yaml"] = "include: [f\(level + 1).yaml, f\(level + 1).yaml]\n"
    }
    files["f13.yaml"] = "services:\n  b: {image: x}\n"
    #expect(try codes(files) == ["compose/too-many-values"])
  }

  @Test func `through nesting are refused`() throws {
    let deep = String(repeating: "[", count: 150) + String(repeating: "]", count: 150)
    #expect(try codes(["compose.yaml": "x-deep: \(deep)\n"]) == ["yaml/too-deep"])
  }

  @Test func `are told from files that are only large`() throws {
    var yaml = "services:\n"
    for number in 0..<2_000 {
      yaml += "  s\(number):\n    image: nginx:1.\(number)\n    ports: [\"\(number + 1):80\"]\n    environment: [A=1]\n"
      if number > 0 { yaml += "    depends_on: [s\(number - 1)]\n" }
    }
    #expect(try codes(["compose.yaml": yaml]) == [])
  }

  @Test func `extending one file many times reads it once`() throws {
    var yaml = "services:\n"
    for number in 0..<300 { yaml += "  s\(number): {extends: {file: base.yaml, service: b\(number)}}\n" }
    var base = "services:\n"
    for number in 0..<300 { base += "  b\(number): {image: \"x:${TAG:-1}\", environment: [A, B, C]}\n" }
    #expect(try codes(["compose.yaml": yaml, "base.yaml": base]) == [])
  }
}
