import OrderedCollections

extension Sides {
  /// Databases that would find the files of another version or of another database.
  func databaseRisks(_ olds: [StorageMount], _ news: [StorageMount]) -> [DataRisk] {
    let before = Dictionary(grouping: olds.filter(\.holdsData), by: \.storage)
    var seen: Set<[String]> = []
    let versions = news.filter(\.holdsData).flatMap { mount in
      (before[mount.storage] ?? []).compactMap { old -> DataRisk? in
        guard seen.insert([old.service, mount.service]).inserted else { return nil }
        return versionRisk(from: old, to: mount)
      }
    }
    return versions + directoryRisks(news)
  }

  private func versionRisk(from old: StorageMount, to new: StorageMount) -> DataRisk? {
    guard old.service == new.service || self.new?.attributes.at("services")?.at(old.service) == nil else { return nil }
    guard let oldImage = image(of: old.service, in: self.old), let newImage = image(of: new.service, in: self.new)
    else { return nil }
    guard oldImage != newImage, let before = DatabaseImage(oldImage) else { return nil }
    let change = DatabaseChange(
      service: new.service,
      before: before,
      after: DatabaseImage(newImage),
      newImage: newImage
    )
    guard case (var risk, let note)? = change.risk else { return nil }
    risk.oldPlaces = places(imagePath(old.service), "deployed now", in: self.old)
    risk.newPlaces = places(imagePath(new.service), note, in: self.new)
    risk.newPlaces += places(
      new,
      before.series == nil ? "over this data" : "this keeps \(before.version)'s files",
      in: self.new
    )
    return risk
  }

  /// Databases that are told to keep their files at another place.
  private func directoryRisks(_ news: [StorageMount]) -> [DataRisk] {
    let (olds, services) = section("services")
    return services.compactMap { name, service in
      guard let old = olds[name], let image = service.at("image")?.word, let database = DatabaseImage(image) else {
        return nil
      }
      guard let variable = database.family.directoryVariable, news.contains(where: { $0.service == name }) else {
        return nil
      }
      let before = old.at("environment")?.at(variable)?.word
      guard before != service.at("environment")?.at(variable)?.word else { return nil }
      let path = YAMLPath(keys: "services", name, "environment", variable)
      return DataRisk(
        .dataDirectoryMoved,
        .danger,
        of: name,
        "\(name.quoted) looks for the files of \(database.family.name) at another place, and starts empty there",
        help: "leave \(variable.quoted) as it is, or move the files before the change",
        oldPlaces: places(path, "the files are here", in: self.old),
        newPlaces: places(path, "\(database.family.name) will look here", in: new)
      )
    }
  }

  private func image(of service: String, in project: ComposeProject?) -> String? {
    project?.attributes.at("services")?.at(service)?.at("image")?.word
  }

  private func imagePath(_ service: String) -> YAMLPath {
    YAMLPath(keys: "services", service, "image")
  }
}
