import SourceDiagnostics

/// How much more a project may grow to while it is loaded, so that a small file can't become an endless one.
struct LoadingBudget {
  /// Values that are read, and ports that ranges stand for.
  private var values = 400_000
  /// Bytes of text with variables resolved.
  private var text = 64 << 20
  /// Files that are included.
  private var includes = 512
  private var isOverdrawn = false

  /// What may run out.
  enum Kind {
    case values
    case text
    case includes
  }

  /// Takes `amount` of `kind`, and tells whether there was enough; what runs out is said once.
  mutating func spend(_ amount: Int, _ kind: Kind) -> Outcome {
    guard !isOverdrawn else { return .overdrawn }
    switch kind {
    case .values: values -= amount
    case .text: text -= amount
    case .includes: includes -= amount
    }
    guard values < 0 || text < 0 || includes < 0 else { return .enough }
    isOverdrawn = true
    return .runsOut
  }

  /// What came of an expense.
  enum Outcome {
    case enough
    case runsOut
    case overdrawn
  }
}

extension LoadingContext {
  /// Takes `amount` of `kind` from the budget; false, and an error at `label` the first time, when there isn't enough.
  mutating func spend(_ amount: Int, _ kind: LoadingBudget.Kind, at label: @autoclosure () -> Diagnostic.Label) -> Bool
  {
    let outcome = budget.spend(amount, kind)
    if outcome == .runsOut {
      let (message, help) =
        switch kind {
        case .values:
          ("the project grows to more values than are read", "use fewer aliases and smaller ranges of ports")
        case .text: ("the variables grow to more text than is read", "use shorter variables")
        case .includes: ("more files are included than are read", "include each file once")
        }
      error(.tooManyValues, message, [label()], help: help)
    }
    return outcome == .enough
  }
}
