// swift-tools-version: 6.2

import PackageDescription

// One program for each parser: Yams carries its own libyaml, which must not meet the system's in one process.
let house: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
  name: "longshore-benchmarks",
  dependencies: [
    .package(name: "longshore", path: ".."),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    .systemLibrary(name: "CLibYAMLEvents", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    .target(name: "Workload", swiftSettings: house),
    .executableTarget(
      name: "parse-compose-model",
      dependencies: [
        "Workload",
        .product(name: "ComposeModel", package: "longshore"),
        .product(name: "SourceDiagnostics", package: "longshore"),
      ],
      swiftSettings: house
    ),
    .executableTarget(name: "parse-libyaml", dependencies: ["Workload", "CLibYAMLEvents"], swiftSettings: house),
    .executableTarget(
      name: "parse-yams",
      dependencies: ["Workload", .product(name: "Yams", package: "Yams")],
      swiftSettings: house
    ),
  ]
)
