extension Explanation {
  /// The pages about deployments.
  static let deploy: [Explanation] = [
    Explanation(
      "deploy/agent-commit",
      meaning: "A commit of the deployment branch was made by the agent, which may only propose.",
      example: "the agent's identity on main",
      remedy: "Find out how it got there; revert it, and let a person merge."
    ),
    Explanation(
      "deploy/agent-protected-path",
      meaning: "A merged proposal of the agent touches a protected path.",
      example: "a proposal that changes .longshore/policy.yaml",
      remedy: "Revert it, and let a person make that change."
    ),
    Explanation(
      "deploy/rewound-branch",
      meaning: "The deployment branch has lost commits that were deployed.",
      example: "git push --force on the server",
      remedy: "Restore the branch; if it's meant, deploy with the option the message names."
    ),
    Explanation(
      "deploy/long-history",
      meaning: "There are more new commits than the deployer looks through for where they came from.",
      example: "100,000 new commits",
      remedy: "Deploy more often, or start the host anew."
    ),
  ]
}
