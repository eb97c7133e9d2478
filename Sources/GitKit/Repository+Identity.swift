extension Repository {
  /// Whom commits here would be by: `user.name` and `user.email`, or nil when one of them isn't set.
  public func identity() throws(GitError) -> (name: String, email: String)? {
    guard let name = try configuration("user.name"), let email = try configuration("user.email") else { return nil }
    return (name, email)
  }
}
