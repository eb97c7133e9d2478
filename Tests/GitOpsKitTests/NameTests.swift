import GitKit
import GitOpsKit
import Testing

@Suite struct `Names of topics and jobs` {
  @Test(arguments: ["update-nginx-web", "a", "7", "db2-to-17"])
  func `lower-case words with dashes are a topic`(name: String) throws {
    let topic = try TopicName(name)
    #expect(topic.description == name)
    #expect(try topic.branch == RefName("refs/heads/longshore/\(name)"))
  }

  @Test(
    arguments: [
      "", "Update", "a--b", "-a", "a-", "a b", "a/b", "a.lock", "../main", "ä", "a\nb", "a_b",
      String(repeating: "a", count: 101),
    ]
  )
  func `anything else is refused`(name: String) {
    #expect(throws: GitOpsError.self) { try TopicName(name) }
  }

  @Test func `the refusal says what a topic is`() {
    let error = #expect(throws: GitOpsError.self) { try TopicName("Update \u{1B}[31mNginx") }
    #expect(
      error?.description
        == "can't use `Update ␛[31mNginx` as a topic: a topic is lower-case words with dashes, at most 100 characters"
    )
    #expect(error?.help == "write something like update-nginx-web")
  }

  @Test(
    arguments: [
      ("Update nginx: web", "update-nginx-web"), ("media/plex → 1.2", "media-plex-1-2"), ("", "change"),
      ("→", "change"),
      ("--x--", "x"), (String(repeating: "ab-", count: 50), String(repeating: "ab-", count: 33) + "a"),
    ]
  )
  func `any text becomes a topic`(text: String, topic: String) throws {
    #expect(TopicName(slugging: text).name == topic)
    #expect(try TopicName(topic).name == topic)
  }

  @Test(arguments: [
    ("Test (22.04, debug)", "Test-22.04-debug"), ("..", "job"), ("a.lock.lock", "a"), (".hidden", "hidden"),
  ])
  func `any text becomes a job's name`(text: String, name: String) throws {
    #expect(JobName(cleaning: text).name == name)
    #expect(try JobName(name).name == name)
  }

  @Test(arguments: ["", "a/b", "a..b", "a.lock", "a b", ".a", "a.", "é"])
  func `what can't be part of a reference is no job's name`(name: String) {
    #expect(throws: GitOpsError.self) { try JobName(name) }
  }
}
