import Fixtures
import Foundation

/// Texts out of a few pieces, the same for the same seed, for readers that must take any.
struct RandomTexts: Sequence, IteratorProtocol {
  private var generator: SeededGenerator
  private let pieces: [String]
  private var left: Int

  /// Texts of up to eight `pieces`, or of any bytes where there are none.
  init(of pieces: String..., count: Int = 2_000, seed: UInt64 = 2_026) {
    generator = SeededGenerator(seed: seed)
    self.pieces = pieces
    left = count
  }

  mutating func next() -> String? {
    guard left > 0 else { return nil }
    left -= 1
    let length = Int.random(in: 0...8, using: &generator)
    guard !pieces.isEmpty else {
      return String(decoding: (0..<length * 4).map { _ in UInt8.random(in: 0...255, using: &generator) }, as: UTF8.self)
    }
    return (0..<length).compactMap { _ in pieces.randomElement(using: &generator) }.joined()
  }
}

/// What is coded and decoded again, as JSON would have it: one string.
func recoded<Value: Codable>(_ value: Value) throws -> Value {
  try JSONDecoder().decode(Value.self, from: JSONEncoder().encode([value]).dropFirst().dropLast())
}
