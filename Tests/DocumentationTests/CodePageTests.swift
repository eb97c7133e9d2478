import CustomDump
import Foundation
import SourceDiagnostics
import Testing
import ToolConsole

@Suite struct `The pages of docs/codes` {
  private let isRecording = ProcessInfo.processInfo.environment["LONGSHORE_RECORD"] == "1"

  @Test(arguments: Explanation.all)
  func `say what longshore explain says`(_ explanation: Explanation) throws {
    let path = "\(Documents.root)/docs/codes/\(explanation.code).md"
    if isRecording {
      try #require(ProcessInfo.processInfo.environment["CI"] == nil, "recording is for people")
      let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try Data(explanation.page.utf8).write(to: URL(fileURLWithPath: path))
    }
    expectNoDifference(Documents.text("docs/codes/\(explanation.code).md"), explanation.page)
  }

  @Test func `are no more than there are codes`() {
    let files =
      FileManager.default.enumerator(atPath: "\(Documents.root)/docs/codes")?.compactMap { $0 as? String } ?? []
    let pages = files.filter { $0.hasSuffix(".md") }.map { String($0.dropLast(3)) }
    #expect(Set(pages) == Set(Explanation.all.map(\.code.rawValue)))
  }
}
