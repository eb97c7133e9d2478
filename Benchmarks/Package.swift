// swift-tools-version: 6.2

import PackageDescription

let house: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let composeModel: [Target.Dependency] = [
  .product(name: "ComposeModel", package: "longshore"),
  .product(name: "SourceDiagnostics", package: "longshore"),
]

/// A program that `Scripts/bench` starts again and again, each with one parser in it.
func program(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .executableTarget(name: name, dependencies: ["Workload"] + dependencies, swiftSettings: house)
}

// One program for each parser: Yams carries its own libyaml, which must not meet the system's in one process.
let package = Package(
  name: "longshore-benchmarks",
  // What the benchmark package asks for; on Linux it says nothing.
  platforms: [.macOS(.v15)],
  dependencies: [
    .package(name: "longshore", path: ".."),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/ordo-one/benchmark", from: "1.38.1", traits: []),
  ],
  targets: [
    .target(name: "CLibYAMLEvents", linkerSettings: [.linkedLibrary("yaml")]),
    .target(name: "Workload", swiftSettings: house),
    program("generate", []),
    program("parse-libyaml", ["CLibYAMLEvents"]),
    program("parse-yams", [.product(name: "Yams", package: "Yams")]),
    program("measure-compose-model", composeModel),
    .executableTarget(
      name: "DocumentBenchmarks",
      dependencies: ["Workload", .product(name: "Benchmark", package: "benchmark")] + composeModel,
      path: "Benchmarks/DocumentBenchmarks",
      swiftSettings: house,
      plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")]
    ),
  ]
)
