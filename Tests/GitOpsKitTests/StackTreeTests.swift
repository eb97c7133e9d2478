import ComposeModel
import Fixtures
import GitKit
import GitOpsKit
import OrderedCollections
import SourceDiagnostics
import Testing

@Suite struct `Finding the stacks of a tree` {
  private static let stack = "services:\n  web:\n    image: nginx:1.25\n"

  private func names(
    _ files: [String: String],
    limits: StackTree.Limits = .standard
  ) throws -> (stacks: [String], loose: [String]) {
    let tree = try StackTree.load(from: MemoryTree(files), limits: limits)
    return (tree.stacks.keys.map(\.string), tree.loose.keys.map(\.string))
  }

  @Test func `a directory with a Compose file is a stack`() throws {
    let found = try names([
      "media/plex/compose.yaml": Self.stack, "cloud/docker-compose.yml": Self.stack, "README.md": "services:\n",
    ])
    #expect(found.stacks == ["cloud", "media/plex"])
    #expect(found.loose == [])
  }

  @Test func `another YAML file with services is loose`() throws {
    let found = try names([
      "web/compose.yaml": Self.stack, "web/extra.yml": Self.stack, "playbook.yaml": "- hosts: all\n",
      "values.yaml": "a: 1\n",
      "services.yaml": "list: [services]\n",
    ])
    #expect(found.stacks == ["web"])
    #expect(found.loose == ["web/extra.yml"])
  }

  @Test func `a file that a stack uses isn't loose`() throws {
    let found = try names([
      "web/compose.yaml":
        "include:\n  - parts/db.yaml\nservices:\n  web:\n    extends: {file: base.yml, service: base}\n",
      "web/parts/db.yaml": "services:\n  db:\n    image: postgres:16\n",
      "web/base.yml": "services:\n  base:\n    image: nginx:1.25\n",
    ])
    #expect(found.stacks == ["web"])
    #expect(found.loose == [])
  }

  @Test func `a loose file that another one includes isn't checked by itself`() throws {
    let found = try names([
      "all.yaml": "include:\n  - part.yaml\n", "part.yaml": "services:\n  db:\n    image: postgres:16\n",
    ])
    #expect(found.loose == ["all.yaml"])
  }

  @Test func `directories that begin with a dot hold no stacks`() throws {
    let found = try names([
      ".longshore/compose.yaml": Self.stack, ".git-backup/compose.yaml": Self.stack, "a/.b/compose.yaml": Self.stack,
      ".hidden.yaml": Self.stack, "compose.yaml": Self.stack,
    ])
    #expect(found.stacks == [""])
    #expect(found.loose == [])
  }

  @Test func `a broken stack is there with what is wrong`() throws {
    let tree = try StackTree.load(from: MemoryTree(["a/compose.yaml": "services: [", "b/compose.yaml": Self.stack]))
    #expect(tree.stacks.count == 2)
    #expect(try tree.stacks[RepositoryPath("a")]?.diagnostics.containsError == true)
    #expect(try tree.stacks[RepositoryPath("b")]?.value?.services.keys == ["web"])
    #expect(tree.allDiagnostics.containsError)
  }

  @Test func `a broken loose file that means to be a Compose file is reported`() throws {
    let found = try names(["odd.yaml": "services:\n  web: [\n", "broken.yaml": "a: [\n"])
    #expect(found.loose == ["odd.yaml"])
  }

  @Test func `no repository with no stacks is an error`() throws {
    let tree = try StackTree.load(from: MemoryTree([:]))
    #expect(tree.stacks.isEmpty && tree.loose.isEmpty && tree.diagnostics.isEmpty)
  }

  @Test func `a tree is looked at within limits`() throws {
    let deep = try StackTree.load(
      from: MemoryTree(["1/2/3/compose.yaml": Self.stack, "1/compose.yaml": Self.stack]),
      limits: .init(entries: 100, depth: 2)
    )
    #expect(deep.stacks.keys.map(\.string) == ["1"])
    #expect(deep.diagnostics.map(\.message) == ["`1/2/3` is not looked at: it is more than 2 directories deep"])
    let many = Dictionary(uniqueKeysWithValues: (0..<20).map { ("\($0)/compose.yaml", Self.stack) })
    let wide = try StackTree.load(from: MemoryTree(many), limits: .init(entries: 25, depth: 9))
    #expect(wide.stacks.count == 5)
    #expect(wide.diagnostics.map(\.code.rawValue) == ["tree/too-many-files"])
  }
}

@Suite(.enabled(if: GitFixture.isAvailable)) struct `Loading a tree again` {
  private func tree(_ id: ObjectID, _ lab: Homelab) throws -> CommitTree { CommitTree(id, in: try lab.repository) }

  @Test func `what is made of the same bytes isn't loaded again`() throws {
    var files = Homelab.files
    for index in 0..<20 { files["s\(index)/compose.yaml"] = Homelab.stack }
    files["web/.env"] = "TAG=1\n"
    files["values.yaml"] = "services: [none]\n"
    let lab = try Homelab(files)
    let before = try StackTree.load(from: tree(lab.tip, lab))
    #expect(before.loadedCount == 21)
    let new = try lab.offer(["s3/compose.yaml": Homelab.stack.replacing("1.25.0", with: "1.25.1")])
    let after = try StackTree.load(from: tree(new, lab), reusing: before)
    #expect(after.loadedCount == 1)
    let fresh = try StackTree.load(from: tree(new, lab))
    #expect(after.stacks == fresh.stacks)
    #expect(try StackTree.load(from: tree(new, lab), reusing: after).loadedCount == 0)
  }

  @Test(
    arguments: [
      "web/.env", "web/compose.override.yaml", "web/app.env", "parts/db.yaml", "web/compose.yaml",
    ]
  )
  func `a change to any file it is made of loads a stack again`(path: String) throws {
    var files = Homelab.files
    files["web/compose.yaml"] = """
      include:
        - ../parts/db.yaml
      services:
        web:
          image: nginx:${TAG:-1}
          env_file: [{path: app.env, required: false}]

      """
    files["parts/db.yaml"] = "services:\n  db:\n    image: postgres:16\n"
    let lab = try Homelab(files)
    let before = try StackTree.load(from: tree(lab.tip, lab))
    let text = path.hasSuffix("yaml") ? "services:\n  other:\n    image: redis:7\n" : "TAG=2\n"
    let new = try lab.offer([path: text])
    let after = try StackTree.load(from: tree(new, lab), reusing: before)
    #expect(after.loadedCount >= 1)
    let fresh = try StackTree.load(from: tree(new, lab))
    #expect(after.stacks == fresh.stacks)
    #expect(after.loose == fresh.loose)
    #expect(after.stacks != before.stacks)
  }

  @Test func `another environment loads everything again`() throws {
    let lab = try Homelab()
    let before = try StackTree.load(from: tree(lab.tip, lab), environment: ["TAG": "1"])
    let after = try StackTree.load(from: tree(lab.tip, lab), environment: ["TAG": "2"], reusing: before)
    #expect(after.loadedCount == 1)
  }

  @Test func `what stands behind a symbolic link is loaded again`() throws {
    let lab = try Homelab()
    try lab.clone.git("checkout", "--quiet", "--detach", "origin/main")
    let target = try lab.clone.git("hash-object", "-w", "--stdin", input: "../notes.txt")
    try lab.clone.git("update-index", "--add", "--cacheinfo", "120000,\(target),web/.env")
    let linked = try lab.offerIndex()
    let before = try StackTree.load(from: tree(linked, lab))
    #expect(try StackTree.load(from: tree(linked, lab), reusing: before).loadedCount == 1)
  }

  @Test func `a directory on disk gives what its commit gives`() throws {
    let lab = try Homelab()
    let committed = try StackTree.load(from: tree(lab.tip, lab))
    let onDisk = try StackTree.load(from: DirectoryTree(lab.clone.path))
    #expect(onDisk.stacks == committed.stacks)
  }
}
