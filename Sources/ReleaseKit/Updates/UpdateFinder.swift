public import ComposeModel
import OrderedCollections

/// Finds newer versions of a project's images in a catalogue.
///
/// For each service it looks for the newest tag of the same shape within the major version, and for the newest beyond.
/// A database's next major version is never an update: its files have to be migrated by hand.
public struct UpdateFinder: Sendable {
  /// What exists.
  public var catalogue: ImageCatalogue
  /// How far updates may go.
  public var track: UpdateTrack

  /// Looks in `catalogue`.
  public init(_ catalogue: ImageCatalogue, track: UpdateTrack = .major) {
    self.catalogue = catalogue
    self.track = track
  }

  /// What is newer than the images of `project`.
  public func updates(for project: ComposeProject) -> UpdateReport {
    var report = UpdateReport()
    for service in project.services.values where service.build == nil {
      guard let image = service.image else { continue }
      var search = UpdateSearch(service: service.name, image: image, keepsData: !service.volumes.isEmpty)
      search.run(in: catalogue, on: track)
      report.updates += search.updates
      report.skipped += search.skipped
    }
    return report
  }
}
