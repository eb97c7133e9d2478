import ComposeModel
import SourceDiagnostics

/// Gives each observation its level, and sets aside what is excused.
struct Bench {
  let policy: Policy
  let day: CalendarDate
  let role: Role
  let base: String?
  var findings: [Finding] = []
  var excused: [Finding] = []
  /// The exceptions that would have excused something, had they not run out.
  var hasRunOut: [PolicyException] = []

  mutating func hear(_ observation: Observation, from rule: any Rule) {
    let places = places(of: observation)
    let chosen = policy.chosenLevel(of: rule, at: places, for: role)
    let level = chosen ?? min(rule.levels[role], observation.ceiling)
    if level == .off { return }
    let diagnostic = Diagnostic(
      level.severity,
      rule.code,
      observation.message,
      labels: observation.labels,
      help: observation.help,
      fixes: observation.fixes
    )
    var finding = Finding(rule.id, level, diagnostic, stack: observation.stack)
    let exceptions = rule.isAdjustable ? policy.exceptions.filter { $0.covers(rule.id, at: places) } : []
    if let excuse = exceptions.first(where: { !$0.isExpired(on: day) }) {
      finding.excuse = excuse
      excused.append(finding)
    } else {
      findings.append(finding)
      for exception in exceptions where !hasRunOut.contains(exception) { hasRunOut.append(exception) }
    }
  }

  /// A warning for each exception that has run out.
  func expired() -> [Finding] {
    hasRunOut.map { exception in
      let words = "\(exception.rule.rawValue.quoted) for \(exception.path.text.quoted)"
      let diagnostic = Diagnostic(
        .warning,
        .expiredException,
        "the exception from \(words) held until \(exception.until)",
        labels: exception.place.map { [$0] } ?? [],
        help: "mend what it excused, or look at it again and name a later day"
      )
      return Finding(RuleID(.expiredException), .warn, diagnostic)
    }
  }

  /// The gravest first, then by stack and place.
  func sorted(_ findings: [Finding]) -> [Finding] {
    findings.enumerated().sorted { left, right in
      let (one, other) = (left.element, right.element)
      if one.level != other.level { return one.level > other.level }
      let (a, b) = (one.stack?.string ?? "", other.stack?.string ?? "")
      return a == b ? left.offset < right.offset : a < b
    }
    .map(\.element)
  }

  /// What a policy's patterns are held against: the stack, and the file if it belongs to the stack.
  ///
  /// A file of another directory doesn't count: whoever has an exception for it hasn't one for those who include it.
  private func places(of observation: Observation) -> [String] {
    let file = observation.labels.first.map { label in
      base.flatMap { label.file.hasSuffix("@\($0)") ? String(label.file.dropLast($0.count + 1)) : nil } ?? label.file
    }
    guard let stack = observation.stack?.string else { return [file].compactMap { $0 } }
    let isInside = file.map { stack.isEmpty ? !$0.contains("/") : $0.hasPrefix(stack + "/") } ?? false
    return isInside ? [stack, file].compactMap { $0 } : [stack]
  }
}
