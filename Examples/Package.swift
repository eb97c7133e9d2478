// swift-tools-version: 6.2

import PackageDescription

// What another package writes to use ours: it names the library it wants, nothing else.
func example(_ name: String, _ libraries: [String]) -> Target {
  .executableTarget(name: name, dependencies: libraries.map { .product(name: $0, package: "longshore") })
}

let package = Package(
  name: "longshore-examples",
  dependencies: [.package(name: "longshore", path: "..")],
  targets: [
    example("edit-one-tag", ["ComposeModel", "SourceDiagnostics"]),
    example("edit-without-disturbing", ["ComposeModel", "SourceDiagnostics"]),
    example("load-a-project", ["ComposeModel", "SourceDiagnostics"]),
    example("explain-diff", ["ComposeModel", "SourceDiagnostics"]),
  ]
)
