import Foundation
import GitKit
import Testing

@Suite struct `Names of objects` {
  private let text = "0123456789abcdef0123456789ABCDEF01234567"

  @Test func `forty digits survive reading and writing`() throws {
    #expect(try ObjectID(hex: text).hex == text.lowercased())
    #expect(try ObjectID(hex: text).short == "0123456789")
    #expect(ObjectID.zero.hex == String(repeating: "0", count: 40))
  }

  @Test(arguments: [
    "", "0123", "g123456789abcdef0123456789abcdef01234567", "0123456789abcdef0123456789abcdef012345678",
  ])
  func `anything else is refused in one sentence`(_ text: String) throws {
    let error = try #require(throws: GitError.self) { try ObjectID(hex: text) }
    #expect(error.description == "can't read an object's name: it isn't 40 hexadecimal digits")
    #expect(error.code == .malformed)
  }

  @Test func `digits of other scripts aren't digits`() {
    #expect(throws: GitError.self) { try ObjectID(hex: String(repeating: "１", count: 40)) }
    #expect(throws: GitError.self) { try ObjectID(hex: String(repeating: "0", count: 38) + "é") }
  }

  @Test func `it encodes as its digits`() throws {
    let id = try ObjectID(hex: text)
    let data = try JSONEncoder().encode([id])
    #expect(String(decoding: data, as: UTF8.self) == "[\"\(text.lowercased())\"]")
    #expect(try JSONDecoder().decode([ObjectID].self, from: data) == [id])
    #expect(throws: DecodingError.self) { try JSONDecoder().decode([ObjectID].self, from: Data("[\"x\"]".utf8)) }
  }
}
