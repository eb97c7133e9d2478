import ReviewKit
import SourceDiagnostics
import ToolConsole

extension ReviewError.Code {
  /// Whether the answer is no, and not that the world is out of order.
  var isFinding: Bool { [.denied, .conflict, .notOpen, .changed, .refused].contains(self) }
}

extension ReviewError {
  /// Prints the refusal and what it rests on, and ends the command.
  func report(on console: Console) throws -> Never {
    console.complain(self)
    console.complain(findings, sources: sources)
    throw ExitStatus.findings
  }
}
