/// The package, for which each of its programs speaks.
public enum FirstSteps {
  /// What `--version` prints.
  public static let version = "1.0.0"
}
