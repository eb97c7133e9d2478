import Testing

@testable import DeployKit

@Suite struct `Reading what the engine says about containers` {
  func read(_ json: String) -> [ContainerState]? { ContainerInspection.read(ArraySlice(json.utf8)) }

  func container(state: String, config: String = "", policy: String = "") -> String {
    """
    [{"Id": "abc", "RestartCount": 2, "Unknown": [1, {"a": null}],
      "State": {"Status": "running", "ExitCode": 0, "StartedAt": "2026-11-23T14:04:28Z"\(state)},
      "Config": {"Labels": {"com.docker.compose.service": "web"}\(config)},
      "HostConfig": {"RestartPolicy": {"Name": "\(policy)", "MaximumRetryCount": 0}}}]
    """
  }

  @Test func `a container without a health check`() {
    #expect(
      read(container(state: "")) == [
        ContainerState(id: "abc", service: "web", state: "running", restarts: 2, startedAt: "2026-11-23T14:04:28Z")
      ]
    )
  }

  @Test func `a container with one, and how long it may take`() {
    let json = container(
      state: #", "Health": {"Status": "starting", "FailingStreak": 0, "Log": null}"#,
      config: #", "Healthcheck": {"Test": ["CMD", "x"], "Interval": 2000000000, "StartPeriod": 60000000000}"#,
      policy: "always"
    )
    let state = read(json)?.first
    #expect(state?.health == "starting")
    #expect(state?.restartPolicy == "always")
    #expect(state?.firstAnswerTakes == .seconds(60 + 2 + 30 + 5))
  }

  @Test func `a health check that is switched off counts as none`() {
    let json = container(state: #", "Health": {"Status": "none"}"#, config: #", "Healthcheck": {"Test": ["NONE"]}"#)
    #expect(read(json)?.first?.health == nil)
  }

  @Test func `a container of no service is left out`() {
    let json = container(state: "").replacing("com.docker.compose.service", with: "other")
    #expect(read(json) == [])
  }

  @Test(arguments: ["", "[", "{}", "[{}]", "null", "\u{0}", #"[{"Id": 3}]"#])
  func `what isn't an answer is none`(_ json: String) { #expect(read(json) == nil) }

  @Test func `durations beyond all bounds don't crash`() {
    let config =
      #", "Healthcheck": {"Interval": 9223372036854775807, "Timeout": -5, "StartPeriod": 9223372036854775807}"#
    #expect(read(container(state: "", config: config))?.count == 1)
  }
}
