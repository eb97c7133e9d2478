import FoundationEssentials
import PolicyEngine
import Testing

@Suite struct `A policy as data` {
  @Test func `is written and read the same`() throws {
    let policy = try """
    rules: { floating-tag: deny, privileged: { agent: note } }
    paths: { "lab/**": { floating-tag: off } }
    exceptions: [{ rule: privileged, path: "media/**", reason: tuner, until: 2027-01-01 }]
    protected: [secrets]
    """.policy()
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let json = try encoder.encode(policy)
    #expect(
      String(decoding: json, as: UTF8.self) == #"""
        {"exceptions":[{"path":"media/**","reason":"tuner","rule":"privileged","until":"2027-01-01"}],"isComplete":true,"levels":{"floating-tag":{"agent":"deny","person":"deny"},"privileged":{"agent":"note","person":"warn"}},"maximumChangedStacks":10,"pathLevels":[{"levels":{"floating-tag":{"agent":"off","person":"off"}},"pattern":"lab/**"}],"protectedPaths":["secrets"]}
        """#
    )
    var read = try JSONDecoder().decode(Policy.self, from: json)
    for index in read.exceptions.indices { read.exceptions[index].place = policy.exceptions[index].place }
    #expect(read == policy)
  }

  @Test(arguments: ["\"2027-02-30\"", "\"\"", "5", "\"tomorrow\""])
  func `has no days that don't exist`(_ json: String) {
    #expect(throws: DecodingError.self) { try JSONDecoder().decode(CalendarDate.self, from: Data(json.utf8)) }
  }
}
