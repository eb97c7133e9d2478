import Testing

@testable import AgentCore

@Suite struct `A text with a variable` {
  @Test(
    arguments: [
      ("nginx:$TAG", "nginx:", "TAG", nil, ""),
      ("nginx:${TAG}", "nginx:", "TAG", nil, ""),
      ("nginx:${TAG}-alpine", "nginx:", "TAG", nil, "-alpine"),
      ("nginx:${TAG:-1.27}", "nginx:", "TAG", "1.27", ""),
      ("nginx:${TAG-1.27}-alpine", "nginx:", "TAG", "1.27", "-alpine"),
      ("${IMAGE}", "", "IMAGE", nil, ""),
      ("nginx:${TAG:-}", "nginx:", "TAG", "", ""),
    ] as [(String, String, String, String?, String)]
  )
  func `is taken apart`(text: String, before: String, name: String, fallback: String?, after: String) throws {
    let template = try #require(VariableTemplate(text))
    #expect(template.before == before)
    #expect(template.name == name)
    #expect(template.fallback == fallback)
    #expect(template.after == after)
    if let fallback { #expect(template.text(withFallback: fallback) == text) }
  }

  @Test(arguments: [
    "nginx:1.27", "$A$B", "${A}:${B}", "${A:-${B}}", "$$A", "${A:?needed}", "${A:+set}", "${}", "${1}", "${A", "$",
    "$-",
    "${A.b}",
  ])
  func `is left alone when it isn't one plain variable`(text: String) {
    #expect(VariableTemplate(text) == nil)
  }

  @Test func `says what the variable must be`() throws {
    let template = try #require(VariableTemplate("nginx:${TAG}-alpine"))
    #expect(template.value(making: "nginx:1.28-alpine") == "1.28")
    #expect(template.value(making: "nginx:-alpine") == nil)
    #expect(template.value(making: "httpd:1.28-alpine") == nil)
    #expect(template.value(making: "nginx:1.28") == nil)
    #expect(template.value(making: "nginx:alpine") == nil)
  }
}
