import PolicyEngine
import SourceDiagnostics
import Testing

@Suite struct `Levels and verdicts` {
  @Test func `a graver level never leaves a milder verdict`() {
    let levels = Level.allCases.sorted()
    #expect(levels == [.off, .note, .warn, .approval, .deny])
    #expect(levels.map(\.verdict) == [.allow, .allow, .allow, .needsApproval, .deny])
    #expect(levels.map(\.severity) == [.note, .note, .warning, .warning, .error])
  }

  @Test func `adding a finding never makes the verdict milder`() {
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<200 {
      var findings: [Finding] = []
      var last = Verdict.allow
      for _ in 0..<8 {
        let level = Level.allCases.randomElement(using: &generator) ?? .off
        findings.insert(Finding("a", level, .init(.note, "policy/a", "a")), at: Int.random(in: 0...findings.count))
        let verdict = Judgement(findings).verdict
        #expect(verdict >= last)
        #expect(verdict >= level.verdict)
        last = verdict
      }
    }
  }

  @Test func `nothing said is nothing against it`() {
    #expect(Judgement([]).verdict == .allow)
    let excused = Finding("a", .deny, .init(.error, "policy/a", "a"))
    #expect(Judgement([], excused: [excused]).verdict == .allow)
  }

  @Test func `a verdict is written as people say it`() {
    #expect(Verdict.allCases.map(\.rawValue) == ["allow", "needs-approval", "deny"])
  }

  @Test func `whoever isn't a person has an agent's levels`() {
    let levels = LevelByRole(agent: .deny, person: .note)
    #expect(Role.allCases.map { levels[$0] } == [.deny, .note, .deny, .deny])
  }
}
