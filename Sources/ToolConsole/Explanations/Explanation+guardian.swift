extension Explanation {
  /// The pages about the guard.
  static let guardian: [Explanation] = [
    Explanation(
      "guard/not-yours",
      meaning: "The pusher may not push to this reference.",
      example: "agent → refs/heads/main",
      remedy: "Push to `longshore/<topic>` and open a proposal; a person merges it."
    ),
    Explanation(
      "guard/deployment-branch",
      meaning: "The deployment branch may not be removed or rewound, by anybody: hosts follow it.",
      example: "git push --force origin main",
      remedy: "Revert with a new commit."
    ),
    Explanation(
      "guard/no-deployment-branch",
      meaning: "The server has no deployment branch yet, so there is no policy to judge by.",
      example: "the first push to an empty repository",
      remedy: "Let an approver push the deployment branch first."
    ),
    Explanation(
      "guard/forged-identity",
      meaning: "A commit claims to be by somebody else than who pushed it.",
      example: "an agent's event by an approver's address",
      remedy: "Commit under your own identity."
    ),
    Explanation(
      "guard/reserved-event",
      meaning: "Only an approver may record this event.",
      example: "an agent records `approved`",
      remedy: "Wait for the approver."
    ),
    Explanation(
      "guard/malformed-record",
      meaning: "A record pushed to one of Longshore's references isn't one.",
      example: "proposal.json without a number",
      remedy: "Use `longshore` to write it."
    ),
    Explanation(
      "guard/malformed-push",
      meaning: "The push itself can't be understood.",
      example: "two updates of one reference",
      remedy: "Push again, one update for each reference."
    ),
    Explanation(
      "guard/not-appended",
      meaning: "A record's history may only grow.",
      example: "git push --force of a proposal",
      remedy: "Append an event."
    ),
    Explanation(
      "guard/not-linear",
      meaning: "A record's history has one line of events.",
      example: "a merge commit in a proposal",
      remedy: "Append one event after the other."
    ),
    Explanation(
      "guard/other-head",
      meaning: "A proposal names another commit than its branch has.",
      example: "proposal.json whose head isn't the branch's",
      remedy: "Push the branch and the proposal together."
    ),
    Explanation(
      "guard/too-much",
      meaning: "A push holds more than the guard looks at, and what it hasn't seen it doesn't let pass.",
      example: "a branch with a million files",
      remedy: "Make it smaller."
    ),
    Explanation(
      "guard/unreadable",
      meaning: "Something that the guard has to see can't be read.",
      example: "a missing object",
      remedy: "Push again; if that doesn't help, look at the server's repository with `git fsck`."
    ),
  ]
}
