import ComposeModel
import PolicyEngine
import SourceDiagnostics
import Testing

/// Loads a stack from its only file.
func loaded(_ text: String, at stack: String = "cloud") throws -> Loaded<ComposeProject> {
  let path = try RepositoryPath(stack)
  let tree = MemoryTree(["\(stack)/compose.yaml": text])
  let files = try #require(try StackFiles.find(in: path, of: tree))
  return try ComposeLoader().load(files, from: tree)
}

/// A change of one stack, whose files are as given; nil for one that isn't there.
func change(
  by role: Role = .agent,
  from old: String?,
  to new: String?,
  at stack: String = "cloud",
  unchanged: [StackState] = []
) throws -> Change {
  let path = try RepositoryPath(stack)
  let sides = try [old, new].map { try $0.map { try loaded($0, at: stack) } }
  return Change(
    by: role,
    paths: [ChangedPath("\(stack)/compose.yaml", old: old == nil ? nil : .file, new: new == nil ? nil : .file)],
    stacks: [StackChange(path, from: sides[0], to: sides[1])],
    unchanged: unchanged,
    base: "main"
  )
}

/// What `rule` says about a change by an agent, as `level: message`.
func lines(of rule: RuleID, _ judgement: Judgement) -> [String] {
  judgement.findings.filter { $0.rule == rule }.map { "\($0.level.rawValue): \($0.diagnostic.message)" }
}

/// A day before all others in these tests.
let today = CalendarDate(secondsSince1970: 1_800_000_000)

/// One service `app` with an image and these attributes.
func app(_ attributes: String = "", image: String = "nginx:1.27") -> String {
  let lines = attributes.split(separator: "\n").map { "    \($0)\n" }.joined()
  return "services:\n  app:\n    image: \(image)\n\(lines)"
}

extension String {
  /// A policy of this text, which has to be right.
  func policy() throws -> Policy {
    let loaded = Policy.load(Array(utf8), file: ".longshore/policy.yaml")
    #expect(loaded.diagnostics == [])
    return try #require(loaded.value)
  }
}

/// A policy that gives each rule a level, those too that are off by themselves.
func strictPolicy() throws -> Policy {
  let off = [any Rule].standard.filter { $0.levels == LevelByRole(.off) }.map { "  \($0.id): note\n" }
  return try "rules:\n\(off.joined())".policy()
}
