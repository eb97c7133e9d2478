import ComposeModel
import SourceDiagnostics

/// Where a value has to be edited so that it changes.
enum ValuePlace: Hashable {
  /// A scalar of a YAML file, which is the value.
  case scalar(YAMLPath)
  /// The default of a variable in a scalar of a YAML file.
  case fallback(YAMLPath, VariableTemplate)
  /// A variable of a dotenv file, which is a part of the value.
  case variable(VariableTemplate)

  /// The edit that makes the value `text`; nil when more would have to change than stands here.
  func edit(to text: String) -> FileEdit? {
    switch self {
    case .scalar(let path): .compose(.set(path, .string(text)))
    case .fallback(let path, let template):
      template.value(making: text).map { .compose(.set(path, .string(template.text(withFallback: $0)))) }
    case .variable(let template):
      template.value(making: text).map { .variable(template.name, value: $0) }
    }
  }
}

/// Looks for the place of a value in the files of a stack.
struct ValueFinder<Tree: FileTree> {
  /// The stack's directory.
  let directory: RepositoryPath
  /// The files.
  let tree: Tree

  /// Where `value`, which stands at `path` in the loaded project, is written.
  ///
  /// - Throws: ``UneditableFile`` when it is written nowhere in the repository, or in a way we don't edit; what the
  ///   tree throws when it can't be read.
  func place(of value: String, at path: YAMLPath, in project: ComposeProject) throws -> (RepositoryPath, ValuePlace) {
    guard let origin = project.origin(of: path) else {
      throw UneditableFile(directory.string, "nothing says where `\(path)` is set")
    }
    let file = try RepositoryPath(origin.file)
    guard let bytes = try tree.read(file), let document = ComposeDocument.parse(bytes, file: origin.file).value else {
      throw UneditableFile(origin.file, "it can't be read as YAML")
    }
    guard let (place, text) = document.scalar(around: origin.bytes) else {
      throw UneditableFile(origin.file, "`\(path)` isn't written as one value")
    }
    if text == value { return (file, .scalar(place)) }
    guard let template = VariableTemplate(text), let part = template.value(making: value) else {
      throw UneditableFile(origin.file, "`\(path)` is put together from more than one variable")
    }
    for environment in try [directory.appending(".env"), file.parent.appending(".env")] {
      guard let bytes = try tree.read(environment), let line = DotenvLine(template.name, in: bytes) else { continue }
      guard bytes[line.value].elementsEqual(part.utf8) else { break }
      return (environment, .variable(template))
    }
    if template.fallback == part { return (file, .fallback(place, template)) }
    throw UneditableFile(origin.file, "`\(template.name)` gets its value from outside of the repository")
  }
}

extension ComposeDocument {
  /// The innermost scalar that holds `range`, where it stands as it is written, and its text.
  fileprivate func scalar(around range: Range<Int>) -> (YAMLPath, String)? {
    guard var node = root else { return nil }
    var path = YAMLPath.root
    while node.kind != .scalar {
      let children: [(YAMLPath.Component, YAMLNode)] =
        node.kind == .sequence
        ? node.items.enumerated().map { (.index($0.offset), $0.element) }
        : node.kind == .mapping ? node.pairs.compactMap { pair in pair.key.text.map { (.key($0), pair.value) } } : []
      guard
        let (component, child) = children.first(where: {
          $0.1.bytes.lowerBound <= range.lowerBound && range.upperBound <= $0.1.bytes.upperBound
        })
      else { return nil }
      path.components.append(component)
      node = child
    }
    return node.text.map { (path, $0) }
  }
}
