public import ComposeModel
import OrderedCollections

/// Which check works with what is inside well-known images.
public struct HealthcheckKnowledge: Sendable {
  private let images: [String: KnownImage]

  /// Our own table.
  public static let standard = HealthcheckKnowledge(images: KnownImages.byName)

  init(images: [String: KnownImage]) { self.images = images }

  /// How many names of images it has.
  public var imageCount: Int { images.count }

  /// The check that `service` lacks, or why there is none to add.
  public func advice(for service: Service) -> HealthcheckAdvice {
    if let healthcheck = service.healthcheck {
      return healthcheck.isDisabled
        ? .none(NoHealthcheck(.switchedOff, "its health check is switched off on purpose"))
        : .none(NoHealthcheck(.present, "it has a health check"))
    }
    guard let reference = service.imageReference else {
      return .none(NoHealthcheck(.unknownImage, "it is built here, so only you know what to ask it"))
    }
    guard service.build == nil, let known = images[reference.normalizedName] else {
      return .none(NoHealthcheck(.unknownImage, "we know no check for `\(reference.name)`"))
    }
    if let reason = known.obstacle(in: service, tag: reference.tag ?? "latest") { return .none(reason) }
    return known.check(for: service)
  }
}

extension KnownImage {
  fileprivate func check(for service: Service) -> HealthcheckAdvice {
    let test: [String]
    switch probe {
    case .builtIn: return .none(NoHealthcheck(.builtIn, "the image brings its own health check"))
    case .program(let words): test = ["CMD"] + words
    case .shell(let line): test = ["CMD-SHELL", line]
    case .http(let client, let port, let path):
      test = client.test("http://127.0.0.1:\(port.number(in: service))\(path)")
    }
    return .add(KnownHealthcheck(test: test, startPeriod: warmUp))
  }

  /// What keeps the check from working for `service`.
  fileprivate func obstacle(in service: Service, tag: String) -> NoHealthcheck? {
    if service.entrypoint != nil { return NoHealthcheck(.otherProgram, "it has an entrypoint of its own") }
    if let program = service.command?.first, !program.hasPrefix("-"), !programs.contains(program) {
      return NoHealthcheck(.otherProgram, "it runs `\(program.prefix(40))` instead of the image's own program")
    }
    let command = (service.command ?? []).joined(separator: " ")
    return requirements.lazy.compactMap { $0.objection(tag: tag, command: command) }.first
      .map { NoHealthcheck(.unmetRequirement, $0) }
  }
}

extension KnownImage.Requirement {
  /// What stands against it, in words.
  fileprivate func objection(tag: String, command: String) -> String? {
    switch self {
    case .tagHas(let part):
      tag.contains(part) ? nil : "only the `\(part)` variant of the image has what the check needs"
    case .tagLacks(let part):
      tag.contains(part) ? "the `\(part)` variant of the image lacks what the check needs" : nil
    case .majorAtLeast(let major):
      if let version = TagVersion(tag), version.numbers[0] >= major {
        nil
      } else {
        "the check needs version \(major) or later"
      }
    case .commandHas(let text): command.contains(text) ? nil : "the check needs `\(text)` on the command line"
    case .commandLacks(let text):
      command.contains(text) ? "`\(text)` on the command line changes what the check would see" : nil
    }
  }
}

extension ContainerPort {
  /// The port in `service`, whose environment may move it.
  fileprivate func number(in service: Service) -> Int {
    guard let variable, let value = service.environment[variable] ?? nil else { return number }
    return Int(value).flatMap { (1...65_535).contains($0) ? $0 : nil } ?? number
  }
}
