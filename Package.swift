// swift-tools-version: 6.2

import PackageDescription

// One rule for every module: Swift 6, explicit imports, explicit `any`, memory safety checked, no warnings.
let house: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  .enableUpcomingFeature("InferIsolatedConformances"),
  .enableUpcomingFeature("ImmutableWeakCaptures"),
]

let argumentParser: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")
let collections: Target.Dependency = .product(name: "OrderedCollections", package: "swift-collections")
let configuration: Target.Dependency = .product(name: "Configuration", package: "swift-configuration")
let crypto: Target.Dependency = .product(name: "Crypto", package: "swift-crypto")
let customDump: Target.Dependency = .product(name: "CustomDump", package: "swift-custom-dump")
// Without it a difference that CustomDump finds would be printed and fail no test.
let issues: Target.Dependency = .product(name: "IssueReportingTestSupport", package: "xctest-dynamic-overlay")
let paths: Target.Dependency = .product(name: "SystemPackage", package: "swift-system")
let subprocess: Target.Dependency = .product(name: "Subprocess", package: "swift-subprocess")

func library(_ name: String, _ dependencies: [Target.Dependency], links: [LinkerSetting] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: house, linkerSettings: links)
}

func tool(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .executableTarget(name: name, dependencies: dependencies, path: "Sources/Tools/\(name)", swiftSettings: house)
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .testTarget(name: name, dependencies: dependencies + ["Fixtures", customDump, issues], swiftSettings: house)
}

let package = Package(
  name: "longshore",
  products: [
    .library(name: "SourceDiagnostics", targets: ["SourceDiagnostics"]),
    .library(name: "ComposeModel", targets: ["ComposeModel"]),
    .library(name: "PolicyEngine", targets: ["PolicyEngine"]),
    .library(name: "GitKit", targets: ["GitKit"]),
    .library(name: "GitOpsKit", targets: ["GitOpsKit"]),
    .library(name: "ForgeKit", targets: ["ForgeKit"]),
    .library(name: "ReleaseKit", targets: ["ReleaseKit"]),
    .library(name: "AgentCore", targets: ["AgentCore"]),
    .library(name: "DeployKit", targets: ["DeployKit"]),
    .executable(name: "longshore", targets: ["longshore"]),
    .executable(name: "longshore-guard", targets: ["longshore-guard"]),
    .executable(name: "longshore-review", targets: ["longshore-review"]),
    .executable(name: "longshore-deploy", targets: ["longshore-deploy"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
    .package(url: "https://github.com/apple/swift-configuration", from: "1.4.0", traits: []),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
    .package(url: "https://github.com/pointfreeco/swift-custom-dump", from: "1.7.3"),
    .package(url: "https://github.com/pointfreeco/xctest-dynamic-overlay", from: "1.13.1"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2", traits: []),
  ],
  targets: [
    // C libraries.
    .systemLibrary(name: "CLibYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    .systemLibrary(name: "CLibGit2", pkgConfig: "libgit2", providers: [.apt(["libgit2-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .target(name: "CLockdown"),

    // Power-free: nothing here opens a socket or starts a program.
    library("SourceDiagnostics", []),
    // Rounding a number calls the C library's mathematics, which nothing else links for who imports this alone.
    library("ComposeModel", ["SourceDiagnostics", "CLibYAML", collections], links: [.linkedLibrary("m")]),
    library("PolicyEngine", ["ComposeModel", "SourceDiagnostics", collections]),
    library("GitKit", ["CLibGit2"]),
    library("GitOpsKit", ["ComposeModel", "SourceDiagnostics", "GitKit", "PolicyEngine", collections]),
    library("ToolConsole", ["SourceDiagnostics", argumentParser, configuration, paths]),

    // Powers: one module each, named after what it lets a program do.
    library("GitTransport", ["GitKit", "CLibGit2", "SourceDiagnostics"]),
    library("ProcessRunner", [subprocess, paths]),

    // Composed of the above.
    library("ForgeKit", ["GitOpsKit", "GitKit", "GitTransport", "SourceDiagnostics"]),
    library("ReleaseKit", ["ComposeModel", "SourceDiagnostics", collections]),
    library(
      "AgentCore",
      [
        "ForgeKit", "GitOpsKit", "GitKit", "PolicyEngine", "ReleaseKit", "ComposeModel", "SourceDiagnostics",
        collections,
      ]
    ),
    library("ReviewKit", ["GitOpsKit", "GitKit", "GitTransport", "PolicyEngine", "SourceDiagnostics"]),
    library(
      "DeployKit",
      [
        "GitOpsKit", "GitKit", "GitTransport", "PolicyEngine", "ProcessRunner", "ComposeModel", "SourceDiagnostics",
        collections,
      ]
    ),

    // Executables, one for each trust zone.
    tool(
      "longshore",
      [
        "AgentCore", "ForgeKit", "GitOpsKit", "GitKit", "PolicyEngine", "ComposeModel", "SourceDiagnostics",
        "ReleaseKit", "GitTransport", "ToolConsole", argumentParser, collections, crypto,
      ]
    ),
    tool("longshore-guard", ["CLockdown", "ToolConsole", "GitOpsKit", "GitKit", "SourceDiagnostics", argumentParser]),
    tool(
      "longshore-review",
      [
        "ReviewKit", "GitOpsKit", "GitTransport", "GitKit", "PolicyEngine", "ComposeModel", "SourceDiagnostics",
        "ToolConsole", argumentParser,
      ]
    ),
    tool(
      "longshore-deploy",
      ["DeployKit", "GitOpsKit", "GitTransport", "GitKit", "SourceDiagnostics", "ToolConsole", argumentParser]
    ),

    // Tests.
    .target(name: "Fixtures", path: "Tests/Fixtures", swiftSettings: house),
    tests("SourceDiagnosticsTests", ["SourceDiagnostics"]),
    tests("ComposeModelTests", ["ComposeModel", "SourceDiagnostics", "CLibYAML", collections]),
    tests("PolicyEngineTests", ["PolicyEngine", "ComposeModel", "SourceDiagnostics"]),
    tests("GitKitTests", ["GitKit"]),
    tests("GitTransportTests", ["GitTransport", "GitKit", "SourceDiagnostics"]),
    tests("GitOpsKitTests", ["GitOpsKit", "GitKit", "PolicyEngine", "ComposeModel", "SourceDiagnostics", collections]),
    tests("ForgeKitTests", ["ForgeKit", "GitOpsKit", "GitTransport", "GitKit", "PolicyEngine", "SourceDiagnostics"]),
    tests("ReleaseKitTests", ["ReleaseKit", "ComposeModel", "SourceDiagnostics"]),
    tests(
      "AgentCoreTests",
      [
        "AgentCore", "ForgeKit", "ReleaseKit", "GitOpsKit", "GitKit", "PolicyEngine", "ComposeModel",
        "SourceDiagnostics", collections,
      ]
    ),
    tests(
      "ReviewKitTests",
      ["ReviewKit", "GitOpsKit", "GitKit", "GitTransport", "PolicyEngine", "ComposeModel", "SourceDiagnostics"]
    ),
    tests(
      "DeployKitTests",
      [
        "DeployKit", "GitOpsKit", "GitKit", "PolicyEngine", "ProcessRunner", "ComposeModel", "SourceDiagnostics",
        collections,
      ]
    ),
    tests("ProcessRunnerTests", ["ProcessRunner"]),
    tests("ToolConsoleTests", ["ToolConsole", "SourceDiagnostics", argumentParser]),
    tests("ArchitectureTests", ["CLockdown", "GitKit", "SourceDiagnostics", "ToolConsole"]),
    tests("DocumentationTests", ["PolicyEngine", "SourceDiagnostics", "ToolConsole"]),
    tests("EndToEndTests", ["GitOpsKit", "ComposeModel", "SourceDiagnostics", collections]),
  ]
)
