import ComposeModel
import OrderedCollections
import SourceDiagnostics

/// Without a health check "running" is all that is known about a service.
struct MissingHealthcheck: ServiceRule {
  let code: DiagnosticCode = .missingHealthcheck
  let levels = LevelByRole(.note)
  let rationale = """
    A deployment is called healthy when the containers run. Whether the service answers is known only from a health \
    check, in the file or in the image.
    """

  func observations(of service: Service, in state: StackState) -> [Observation] {
    if let check = service.healthcheck, !check.isDisabled { return [] }
    let name = service.name
    if state.project.expectsEnd(of: name) { return [] }
    return [
      Observation(
        service.healthcheck == nil
          ? "\(name.quoted) has no health check" : "\(name.quoted) switches its health check off",
        of: state.stack,
        subject: name,
        labels: state.project.labels(name, service.healthcheck == nil ? [] : ["healthcheck"]),
        help: "add a `healthcheck` that asks the service something only a working one answers"
      )
    ]
  }

  /// Of a change only new services count: what loses its check is told by ``RemovedHealthcheck``.
  func observations(of change: Change, under policy: Policy) -> [Observation] {
    let old = Set(change.services.filter { $0.old != nil }.map { [$0.stack.string, $0.new.name] })
    return observations(of: change.after).filter { !old.contains([$0.stack?.string ?? "", $0.subject]) }
  }
}
