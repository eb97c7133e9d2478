import Fixtures
import Foundation
import Testing
import ToolConsole

@Suite struct `Replacing a file` {
  private let directory: TemporaryDirectory

  init() throws { directory = try TemporaryDirectory(named: "replace") }

  private var names: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: directory.path).sorted() }
  }

  @Test func `the new bytes stand there and nothing beside them`() throws {
    let path = try directory.write("old", to: "a.yaml")
    try FileReplacement.replace(path, with: Array("new and longer".utf8))
    #expect(try directory.read("a.yaml") == "new and longer")
    #expect(try names == ["a.yaml"])
  }

  @Test(arguments: [0o600, 0o640, 0o755, 0o444])
  func `the mode stays`(_ mode: Int) throws {
    let path = try directory.write("old", to: "a.yaml")
    try directory.setPermissions(mode, of: "a.yaml")
    try FileReplacement.replace(path, with: [])
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    #expect(attributes[.posixPermissions] as? Int == mode)
  }

  @Test(.enabled(if: getuid() == 0, "only root gives files away"))
  func `the owner and the group stay`() throws {
    let path = try directory.write("old", to: "a.yaml")
    try FileManager.default.setAttributes([.ownerAccountID: 1234, .groupOwnerAccountID: 4321], ofItemAtPath: path)
    try FileReplacement.replace(path, with: [1])
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    #expect(attributes[.ownerAccountID] as? Int == 1234)
    #expect(attributes[.groupOwnerAccountID] as? Int == 4321)
  }

  @Test func `a link stays a link, and its file changes`() throws {
    try directory.write("old", to: "real/a.yaml")
    try FileManager.default.createSymbolicLink(atPath: directory.path("link.yaml"), withDestinationPath: "real/a.yaml")
    try FileReplacement.replace(directory.path("link.yaml"), with: Array("new".utf8))
    #expect(try directory.read("real/a.yaml") == "new")
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: directory.path("link.yaml")) == "real/a.yaml")
    #expect(try FileManager.default.contentsOfDirectory(atPath: directory.path("real")) == ["a.yaml"])
  }

  @Test func `another file that was open keeps the old bytes`() throws {
    let path = try directory.write("old", to: "a.yaml")
    let reader = try #require(FileHandle(forReadingAtPath: path))
    try FileReplacement.replace(path, with: Array("new".utf8))
    #expect(try reader.readToEnd() == Data("old".utf8))
  }

  @Test func `a file that is gone is said`() throws {
    let error = #expect(throws: FileReplacementError.self) {
      try FileReplacement.replace(directory.path("none.yaml"), with: [])
    }
    #expect(error?.description == "it is gone")
    #expect(try names == [])
  }
}
