import Testing

@testable import BookKit

/// What GNU `diff -u` prints.
@Suite struct UnifiedDiffTests {
  @Test(arguments: [
    (
      "",
      "",
      ""
    ),
    (
      "a\n",
      "a\n",
      ""
    ),
    (
      "",
      "a\n",
      "@@ -0,0 +1 @@\n+a\n"
    ),
    (
      "a\n",
      "",
      "@@ -1 +0,0 @@\n-a\n"
    ),
    (
      "a\nb\n",
      "a\nc\n",
      "@@ -1,2 +1,2 @@\n a\n-b\n+c\n"
    ),
    (
      "a",
      "a\n",
      "@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+a\n"
    ),
    (
      "a\n",
      "a",
      "@@ -1 +1 @@\n-a\n+a\n\\ No newline at end of file\n"
    ),
    (
      "a\nb",
      "a\nc",
      "@@ -1,2 +1,2 @@\n a\n-b\n\\ No newline at end of file\n+c\n\\ No newline at end of file\n"
    ),
    (
      "a\r\nb\n",
      "a\nb\n",
      "@@ -1,2 +1,2 @@\n-a\r\n+a\n b\n"
    ),
    (
      "a\nb\nc\nd\ne\nf\ng\nh\ni\nj\nk\nl\nm\nn\no\np\n",
      "a\nb\nc\nd\nX\nf\ng\nh\ni\nj\nk\nl\nm\nn\nY\np\n",
      "@@ -2,7 +2,7 @@\n b\n c\n d\n-e\n+X\n f\n g\n h\n@@ -12,5 +12,5 @@\n l\n m\n n\n-o\n+Y\n p\n"
    ),
    (
      "a\nb\nc\nd\ne\nf\ng\nh\ni\nj\nk\nl\nm\nn\no\np\n",
      "b\nc\nd\ne\nf\ng\nh\ni\nj\nk\nl\nm\nn\no\np\nq\n",
      "@@ -1,4 +1,3 @@\n-a\n b\n c\n d\n@@ -14,3 +13,4 @@\n n\n o\n p\n+q\n"
    ),
    (
      "a\nb\nc\nd\ne\nf\ng\nh\n",
      "a\nb\nc\nd\ne\nX\nf\ng\nh\n",
      "@@ -3,6 +3,7 @@\n c\n d\n e\n+X\n f\n g\n h\n"
    ),
    (
      "a\nb\nc\nd\ne\nf\ng\nh\ni\nj\nk\n",
      "a\nX\nc\nd\ne\nf\ng\nh\ni\nY\nk\n",
      "@@ -1,5 +1,5 @@\n a\n-b\n+X\n c\n d\n e\n@@ -7,5 +7,5 @@\n g\n h\n i\n-j\n+Y\n k\n"
    ),
  ])
  func showsTheChangedLines(old: String, new: String, hunks: String) {
    let head = hunks.isEmpty ? "" : "--- a/f\n+++ b/f\n"
    let diff = UnifiedDiff(old: old, new: new, path: "f").description
    #expect(diff.utf8.elementsEqual((head + hunks).utf8))
  }
}
