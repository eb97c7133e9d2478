import ComposeModel
import SourceDiagnostics

/// The search for newer versions of one service's image.
struct UpdateSearch {
  let service: String
  let image: String
  let keepsData: Bool
  private(set) var updates: [ImageUpdate] = []
  private(set) var skipped: [SkippedUpdate] = []

  init(service: String, image: String, keepsData: Bool) {
    self.service = service
    self.image = image
    self.keepsData = keepsData
  }

  mutating func run(in catalogue: ImageCatalogue, on track: UpdateTrack) {
    guard let current = try? ImageReference(parsing: image) else {
      return skip(.unreadableImage, "`\(image.prefix(80).description.neutralised)` is not the name of an image")
    }
    guard let known = catalogue[current] else {
      return skip(.unknownImage, "the catalogue doesn't have `\(current.name)`")
    }
    if current.tag == nil, current.digest != nil {
      return skip(.floatingTag, "it is pinned by digest and names no version")
    }
    guard let tag = current.tag, tag != "latest" else {
      return skip(.floatingTag, "it follows `latest`: name a version first")
    }
    guard let version = TagVersion(tag) else {
      return skip(.unknownVersion, "`\(tag)` is not a version that can be compared")
    }
    let candidates = known.candidates(after: version, on: track)
    let routine = choose(among: candidates.filter { $0.step != .major }, for: current)
    let major = choose(among: candidates.filter { $0.step == .major }, for: current)
    for candidate in [routine, major].compactMap(\.self) { add(candidate, from: current, at: version, known) }
  }

  /// The newest candidate that can read the data of the current version; what is left for that reason is reported once.
  private mutating func choose(among candidates: [Candidate], for current: ImageReference) -> Candidate? {
    guard keepsData else { return candidates.first }
    for (index, candidate) in candidates.enumerated() {
      let image = current.replacing(tag: candidate.tag.name, digest: nil)
      guard let risk = DataRisk.changing(current.replacing(tag: current.tag, digest: nil), to: image, of: service)
      else {
        return candidate
      }
      guard index == 0 else { continue }
      skipped.removeAll { $0.code == .databaseMajor }
      skip(.databaseMajor, "\(risk.message) with `\(candidate.tag.name)`, which a person has to plan")
    }
    return nil
  }

  private mutating func add(
    _ candidate: Candidate,
    from current: ImageReference,
    at version: TagVersion,
    _ known: CataloguedImage
  ) {
    if current.digest != nil, candidate.tag.digest == nil {
      let reason = "it is pinned by digest, and the catalogue has none for `\(candidate.tag.name)`"
      return skip(.missingDigest, reason)
    }
    let digest = current.digest == nil ? nil : candidate.tag.digest
    updates.append(
      ImageUpdate(
        service: service,
        path: YAMLPath(keys: "services", service, "image"),
        current: current,
        candidate: current.replacing(tag: candidate.tag.name, digest: digest),
        step: candidate.step,
        notes: known.notes(from: version, to: candidate.version)
      )
    )
  }

  private mutating func skip(_ code: SkippedUpdate.Code, _ reason: String) {
    skipped.append(SkippedUpdate(service: service, image: image, code: code, reason: reason))
  }
}

/// A newer tag.
private struct Candidate {
  let tag: CataloguedTag
  let version: TagVersion
  let step: VersionStep
}

extension CataloguedImage {
  /// The tags of the same shape that are newer than `current`, the newest first.
  fileprivate func candidates(after current: TagVersion, on track: UpdateTrack) -> [Candidate] {
    let candidates = tags.compactMap { tag -> Candidate? in
      guard let version = TagVersion(tag.name), let step = current.step(to: version), track.allows(step) else {
        return nil
      }
      return Candidate(tag: tag, version: version, step: step)
    }
    return candidates.sorted { $0.version > $1.version }
  }
}
