import Fixtures
import Foundation
import Testing

@Suite struct `longshore config` {
  private let directory: TemporaryDirectory

  init() throws {
    directory = try TemporaryDirectory(named: "config")
    let base =
      "services:\n  web: {image: \"x:${TAG}\", depends_on: [db], env_file: app.env}\n  db: {image: y, profiles: [d]}\n"
    try directory.write(base + "volumes: {unused: }\n", to: "app/compose.yaml")
    try directory.write("services:\n  db: {profiles: !reset null}\n", to: "app/compose.override.yaml")
    try directory.write("TAG=${PART}.1\nPART=1\n", to: "app/.env")
    try directory.write("SECRET=$TAG\n", to: "app/app.env")
    try directory.write("", to: "app/below/.keep")
  }

  private func config(_ words: String..., from folder: String = "app", input: String = "") throws -> Program.Result {
    let environment = ["HOME": "/root", "PWD": directory.path(folder), "TAG": "2"]
    return try Programs.run("longshore", words, in: directory.path(folder), environment: environment, input: input)
  }

  @Test func `finds the project as docker compose does and prints it`() throws {
    let answer = try config("config", from: "app/below")
    #expect(
      answer.output == """
        name: app
        services:
          db:
            image: "y"
            networks:
              default: null
          web:
            depends_on:
              db:
                condition: service_started
                required: true
            environment:
              SECRET: "2"
            image: x:2
            networks:
              default: null
        networks:
          default:
            name: app_default

        """,
      "\(answer.errors)"
    )
    #expect(answer.status == 0)
  }

  @Test func `answers parts of it`() throws {
    #expect(try config("config", "--services").output == "db\nweb\n")
    #expect(try config("config", "--images").output == "x:2\ny\n")
    #expect(try config("config", "--volumes", "--all-resources").output == "unused\n")
    #expect(try config("config", "--networks", "-p", "other").output == "default\n")
    #expect(try config("config", "--profiles", "--no-consistency", "-f", "compose.yaml").output == "d\n")
    #expect(try config("config", "--variables").output.contains("TAG   false"))
    #expect(try config("config", "--environment").output.contains("COMPOSE_PROJECT_NAME=app\n"))
    #expect(try config("config", "-q").output == "")
    #expect(try config("config", "--no-interpolate").output.contains("image: x:${TAG}"))
    #expect(try config("config", "--no-normalize").output.contains("networks:") == false)
    let hash = try config("config", "--hash", "db").output
    #expect(hash.hasPrefix("db ") && hash.count == 68)
    #expect(try config("config", "--format", "json").output.contains("\"ipam\": {}"))
  }

  @Test func `reads standard input and complains on standard error`() throws {
    let answer = try config("config", "-f", "-", input: "services:\n  a: {imag: x}\n")
    #expect(answer.status == 1 && answer.output.isEmpty)
    #expect(answer.errors.contains("error[compose/unknown-key]") && answer.errors.contains("-:2:7"))
    #expect(try config("config", from: "../..").errors.contains("none in"))
  }

  @Test func `explain says where a value came from`() throws {
    let answer = try config("explain", "services.web.image")
    #expect(
      answer.output == """
        services.web.image = x:2
          written at compose.yaml:2:16: web: {image: "x:${TAG}", depends_on: [db], env_file: app.env}
          with TAG from the environment

        """,
      "\(answer.errors)"
    )
    #expect(try config("explain", "services.web.environment.SECRET").output.contains("written at app.env:1:8"))
    #expect(try config("explain", "networks.default.name").output.contains("it follows from"))
    #expect(try config("explain", "services.web.nothing").status == 2)
    #expect(try config("explain", "compose/unknown-key").status == 0)
  }
}
