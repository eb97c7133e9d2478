import ComposeModel
import SourceDiagnostics
import Testing

/// Loads a stack from its files.
func loadedStack(_ files: [String: String], environment: [String: String] = [:]) throws -> ComposeProject {
  let tree = MemoryTree(files)
  let stack = try #require(try StackFiles.find(in: .root, of: tree))
  let loaded = try ComposeLoader(environment: environment).load(stack, from: tree)
  #expect(!loaded.diagnostics.containsError, "\(loaded.diagnostics.map(\.message))")
  return try #require(loaded.value)
}

/// Loads a stack from its only file.
func loadedStack(_ text: String, name: String = "cloud") throws -> ComposeProject {
  try loadedStack(["compose.yaml": "name: \(name)\n" + text])
}

/// Compares two versions of a stack's only file.
func summary(from old: String, to new: String) throws -> ChangeSummary {
  try ChangeSummary(of: RepositoryPath("cloud"), from: loadedStack(old), to: loadedStack(new))
}

/// One service `app` with an image and these attributes.
func app(_ attributes: String, image: String = "nginx:1.27") -> String {
  let lines = attributes.split(separator: "\n").map { "    \($0)\n" }.joined()
  return "services:\n  app:\n    image: \(image)\n\(lines)"
}
