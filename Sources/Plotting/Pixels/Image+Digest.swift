import Files

extension Image {
  /// A digest of what the image shows, whatever a PNG writer makes of it.
  public var digest: Digest {
    var digest = Digest()
    digest.add(Array("\(width) \(height) \(channels) ".utf8))
    digest.add(pixels)
    return digest
  }
}
