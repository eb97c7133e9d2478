import SourceDiagnostics

/// An error that names what caused it.
public protocol CausedError: Error {
  /// What made it happen, when that is known.
  var cause: (any Error)? { get }
}

/// Something that isn't the user's files' fault, as one sentence and its causes.
///
/// ```
/// error: can't push longshore/update-nginx: the server refused it
///   because: policy/protected-path: an agent may not change `.longshore/policy.yaml`
/// ```
struct WorldFailure: CustomStringConvertible {
  private let sentences: [String]

  /// The longest chain of causes that is told.
  private static let depthLimit = 8

  init(_ error: any Error) {
    var sentences: [String] = []
    var next: (any Error)? = error
    while let error = next, sentences.count < Self.depthLimit {
      sentences.append(UntrustedText(String(describing: error)).escaped(limit: 4_000))
      next = (error as? any CausedError)?.cause
    }
    self.sentences = sentences
  }

  var description: String {
    sentences.enumerated()
      .map { index, sentence in
        index == 0 ? sentence : String(repeating: "  ", count: index) + "because: \(sentence)"
      }
      .joined(separator: "\n")
  }
}
