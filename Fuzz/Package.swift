// swift-tools-version: 6.2

import PackageDescription

// Without MemberImportVisibility: a `YAMLValue` holds swift-collections' dictionary, and this package names us alone.
let house: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
]

let composeModel: [Target.Dependency] = [
  .product(name: "ComposeModel", package: "longshore"),
  .product(name: "SourceDiagnostics", package: "longshore"),
]

// A user of our public interface like any other, with its own view of libyaml.
let package = Package(
  name: "longshore-fuzz",
  dependencies: [.package(name: "longshore", path: "..")],
  targets: [
    .systemLibrary(name: "CReferee", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    .target(name: "FuzzKit", dependencies: ["CReferee"] + composeModel, swiftSettings: house),
    .executableTarget(name: "fuzz-agreement", dependencies: ["FuzzKit"] + composeModel, swiftSettings: house),
    .executableTarget(name: "fuzz-projects", dependencies: ["FuzzKit"] + composeModel, swiftSettings: house),
    .executableTarget(name: "fuzz-edits", dependencies: ["FuzzKit"] + composeModel, swiftSettings: house),
  ]
)
