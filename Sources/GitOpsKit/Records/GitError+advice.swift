public import GitKit
public import SourceDiagnostics

// GitKit stands beside the diagnostics and knows nothing of them; here both are known.
extension GitError: AdvisedError {}
