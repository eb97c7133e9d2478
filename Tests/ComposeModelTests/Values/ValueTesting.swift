import Fixtures
import Foundation
import Testing

/// Texts out of a few pieces, the same for the same seed, for readers that must take any.
struct RandomTexts: Sequence, IteratorProtocol {
  private var generator: SeededGenerator
  private let pieces: [String]
  private var left: Int

  /// Texts of up to eight `pieces`, or of any bytes where there are none.
  init(of pieces: [String] = [], count: Int = 2_000) {
    generator = SeededGenerator(seed: 2_026)
    self.pieces = pieces
    left = count
  }

  mutating func next() -> String? {
    guard left > 0 else { return nil }
    left -= 1
    let length = generator.below(9)
    guard !pieces.isEmpty else {
      return String(decoding: (0..<length * 4).map { _ in UInt8.random(in: 0...255, using: &generator) }, as: UTF8.self)
    }
    return (0..<length).map { _ in generator.pick(pieces) }.joined()
  }
}

/// What is coded and decoded again, as JSON would have it: one string.
func recoded<Value: Codable>(_ value: Value) throws -> Value {
  try JSONDecoder().decode(Value.self, from: JSONEncoder().encode([value]).dropFirst().dropLast())
}

/// Expects each of `texts` that `read` takes to be the same value again, from what it prints and from what it is coded as.
func expectSameAgain<Value: Codable & Equatable & CustomStringConvertible>(
  _ texts: RandomTexts,
  _ read: (String) throws -> Value,
  sourceLocation: SourceLocation = #_sourceLocation
) throws {
  for text in texts {
    guard let value = try? read(text) else { continue }
    #expect(try read(value.description) == value, "\(text)", sourceLocation: sourceLocation)
    #expect(try recoded(value) == value, "\(text)", sourceLocation: sourceLocation)
  }
}
