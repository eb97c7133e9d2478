extension PathPattern {
  /// What no agent may change and no policy file can set free: Longshore's own settings, CI workflows, and what Git runs
  /// or obeys.
  public static let alwaysProtected: [PathPattern] = [
    ".longshore",
    ".github",
    ".forgejo",
    ".gitea",
    ".gitlab",
    ".gitlab-ci.yml",
    ".woodpecker*",
    ".drone.y*ml",
    ".circleci",
    ".buildkite",
    ".travis.yml",
    "Jenkinsfile",
    "**/.gitattributes",
    ".gitmodules",
    ".githooks",
    ".husky",
    ".pre-commit-config.yaml",
    "**/CODEOWNERS",
  ].map { PathPattern($0) }
}
