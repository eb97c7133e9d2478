import ComposeModel
import GitOpsKit
import OrderedCollections
import PolicyEngine
import SourceDiagnostics

extension ProposedChange.Expectation {
  /// Throws unless what is expected is so in `stacks`.
  func check(in stacks: StackTree) throws(UneditableFile) {
    guard let found = stacks.stacks[stack]?.value?.services[service] else {
      throw UneditableFile(stack.string, "`\(service)` would be gone")
    }
    switch goal {
    case .image(let image):
      guard found.image != image.description, found.imageReference != image else { return }
      throw UneditableFile(stack.string, "`\(service)` would not run `\(image)`: something else decides its image")
    case .healthcheck:
      if let healthcheck = found.healthcheck, !healthcheck.isDisabled { return }
      throw UneditableFile(stack.string, "`\(service)` would have no health check: something else decides it")
    }
  }
}

extension ProposedChange {
  /// Throws when a service gets another image that nobody asked for, because it shares a value with one that should.
  func checkForOtherImages(in effect: Change) throws(UneditableFile) {
    let expected = expectations.filter(\.isAboutImage).map { [$0.stack.string, $0.service] }
    guard !expected.isEmpty else { return }
    for stack in effect.stacks {
      for service in stack.diff.services where !expected.contains([stack.stack.string, service.name]) {
        guard service.changes.contains(where: { $0.attribute == "image" }) else { continue }
        throw UneditableFile(stack.stack.string, "`\(service.name)` shares the value, and would get another image too")
      }
    }
  }
}

extension ProposedChange.Expectation {
  fileprivate var isAboutImage: Bool { if case .image = goal { true } else { false } }
}
