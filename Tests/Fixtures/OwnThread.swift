import Foundation

/// Long work beside other tests.
public enum OwnThread {
  /// The results of `body` for `elements`, worked out one after the other on a thread of its own: the threads that tests
  /// share are few, and who holds one for long lets others run into their time limits.
  public static func map<Element: Sendable, Result: Sendable>(
    _ elements: [Element],
    _ body: @escaping @Sendable (Element) -> Result
  ) async -> [Result] {
    await withCheckedContinuation { continuation in
      let thread = Thread { continuation.resume(returning: elements.map(body)) }
      // What is loaded may be deep.
      thread.stackSize = 8 << 20
      thread.start()
    }
  }
}
