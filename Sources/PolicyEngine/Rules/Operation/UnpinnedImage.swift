import ComposeModel
import SourceDiagnostics

/// An image that its publisher can replace under the same name.
struct UnpinnedImage: ServiceRule {
  let code: DiagnosticCode = .unpinnedImage
  let levels = LevelByRole(.off)
  let rationale = """
    A tag is a name that its publisher, or whoever has the publisher's password, can give to another image. A digest is \
    the image.
    """

  func observations(of service: Service, in state: StackState) -> [Observation] {
    guard let image = service.imageReference, image.digest == nil, service.build == nil else { return [] }
    return [
      observation(
        "names no digest for \((service.image ?? "").quoted)",
        of: service,
        at: ["image"],
        in: state,
        help: "add it behind the tag: `nginx:1.27.2@sha256:…`"
      )
    ]
  }
}
