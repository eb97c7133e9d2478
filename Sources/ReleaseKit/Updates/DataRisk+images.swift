import ComposeModel
import SourceDiagnostics

extension DataRisk {
  /// What could happen to the data of `service` when its image becomes another one; nil when nothing we know of.
  ///
  /// It asks what a stack's impact would say, so that a proposal and the policy that judges it never disagree.
  static func changing(_ old: ImageReference, to new: ImageReference, of service: String) -> DataRisk? {
    guard let before = project(service, old), let after = project(service, new) else { return nil }
    let diff = StackDiff.between(before, after, of: .root)
    return Impact.of(diff, old: before, new: after).data.first
  }

  /// A stack of one service that keeps data.
  private static func project(_ service: String, _ image: ImageReference) -> ComposeProject? {
    let (name, image) = (service.replacing("'", with: "''"), image.description.replacing("'", with: "''"))
    let text = "services: {'\(name)': {image: '\(image)', volumes: ['data:/data']}}\nvolumes: {data: {}}"
    let tree = MemoryTree(["compose.yaml": text])
    guard let stack = try? StackFiles.find(in: .root, of: tree) else { return nil }
    return try? ComposeLoader().load(stack, from: tree).value
  }
}
