import ComposeModel
import DeployKit
import OrderedCollections
import SourceDiagnostics
import Testing

@Suite struct `What a stack wants to run` {
  @Test(arguments: [
    ("", 1), ("    scale: 3\n", 3), ("    deploy: {replicas: 2}\n", 2), ("    deploy: {replicas: 0}\n", 0),
    ("    deploy: {resources: {}}\n", 1),
  ])
  func `a service says how many containers it wants`(_ text: String, _ count: Int) throws {
    let tree = MemoryTree(["a/compose.yaml": .web("x:1", more: text)])
    let files = try #require(try StackFiles.find(in: RepositoryPath("a"), of: tree))
    let service = try #require(try ComposeLoader().load(files, from: tree).value?.services["web"])
    #expect(ExpectedService(service) == ExpectedService("web", containers: count))
  }
}
