import ArgumentParser
import ComposeModel
import Crypto
import OrderedCollections
import SourceDiagnostics
import ToolConsole

extension ConfigCommand {
  /// A line for each service: its name and what decides whether its container is recreated.
  func hashes(of project: ComposeProject, named names: String) throws -> String {
    let wanted = names == "*" ? project.services.keys.sorted() : names.split(separator: ",").map(String.init)
    return try Self.text(
      wanted.map { name in
        guard let input = project.hashInput(of: name, for: ComposeRelease(rawValue: release.rawValue) ?? .five) else {
          throw UnknownService(name: name, known: Array(project.services.keys))
        }
        return "\(name) \(SHA256.hash(data: input).map { String(0x100 + Int($0), radix: 16).suffix(2) }.joined())"
      }
    )
  }

  /// The variables that the files ask for, each once, as a table.
  func printVariables(of located: LocatedProject, _ console: Console) throws {
    let loader = ComposeLoader(environment: located.environment, options: located.options)
    let loaded = try loader.variables(of: located.stack, from: located.tree)
    located.complain(about: loaded.diagnostics, console)
    guard let uses = loaded.value, !loaded.diagnostics.containsError else { throw ExitStatus.findings }
    let references = Dictionary(uses.map { ($0.reference.name, $0.reference) }) { first, _ in first }
    let rows = references.values.sorted { $0.name < $1.name }
      .map { [$0.name, "\($0.isRequired)", $0.defaultValue ?? "", $0.alternative ?? ""] }
    console.write(Table([["NAME", "REQUIRED", "DEFAULT VALUE", "ALTERNATE VALUE"]] + rows).description)
  }

  /// The variables that the files are resolved with.
  func printEnvironment(of located: LocatedProject, _ console: Console) throws {
    let loader = ComposeLoader(environment: located.environment, options: located.options)
    let loaded = try loader.environment(of: located.stack, from: located.tree)
    located.complain(about: loaded.diagnostics, console)
    guard let variables = loaded.value, !loaded.diagnostics.containsError else { throw ExitStatus.findings }
    console.write(Self.text(variables.map { "\($0.key)=\($0.value)" }.sorted()))
  }
}

extension LocatedProject {
  /// Prints what is wrong with the project's files, which are named as they are seen from here.
  func complain(about diagnostics: [Diagnostic], _ console: Console) {
    var sources: [String: SourceText] = [:]
    let shown = diagnostics.map { diagnostic in
      var diagnostic = diagnostic
      for index in diagnostic.labels.indices {
        let name = shownName(of: diagnostic.labels[index].file)
        if sources[name] == nil { sources[name] = source(of: diagnostic.labels[index].file) }
        diagnostic.labels[index].file = name
      }
      return diagnostic
    }
    console.complain(shown, sources: sources)
  }

  /// The text of a file, without its secrets.
  func source(of file: String) -> SourceText? {
    guard let path = try? RepositoryPath(file), let bytes = try? tree.read(path) else { return nil }
    return SourceText(bytes, redactions: CredentialShape.redactions(in: bytes, file: file))
  }

  /// The name of a file as it is seen from the directory at hand.
  func shownName(of file: String) -> String {
    let here = (environment["PWD"] ?? "").drop { $0 == "/" }
    return !here.isEmpty && file.hasPrefix("\(here)/") ? String(file.dropFirst(here.count + 1)) : "/\(file)"
  }
}
