import Foundation
import Tensors
import TestSupport
import Testing

/// Cuts a training run at random moments and sees that, resumed, it leaves the same bits
/// as one that was never cut.
///
/// `make faults` cuts more often: FAULTS is the number of runs for each signal.
/// FAULT_SEED repeats the moments of an earlier time, as far as the clock allows.
@Suite(.serialized) struct InterruptionTests {
  private let resume = "--resume run.safetensors --output out"
  private let folder = TemporaryFolder()
  private let digits = TemporaryFolder()

  private let count = variable("FAULTS") ?? 3
  private let seed = variable("FAULT_SEED") ?? .random(in: 0..<1_000_000)

  /// What a run leaves: what it printed, the files below its output folder, and itself.
  private struct Remains: Equatable {
    let output: String
    let files: [String: Data]
    let saved: Data

    init(of run: ProgramRun, in folder: TemporaryFolder) throws {
      output = run.output
      files = try filesBelow(folder["out"])
      saved = try Data(contentsOf: folder["run.safetensors"])
    }
  }

  @Test(arguments: [SIGINT, SIGKILL])
  func aRunThatIsCutAnywhereLeavesTheSameBits(signal: Int32) throws {
    let random = RandomState(seed: UInt32(seed))
    // How often a cut fell into the training, and how often elsewhere.
    var (inside, outside) = (0, 0)
    var landed: Bool { signal == SIGINT ? inside > 0 : outside > 0 }
    var trial = 0
    try writeDigits(to: digits.url)
    // 300 steps, with a checkpoint every 30.
    let options =
      "--epochs 10 --batch-size 100 --every-step --save run.safetensors --output out"
      .words + ["--data", digits.path]
    let start = ContinuousClock.now
    let whole = try Remains(of: ProgramRun("MLP", options, in: folder), in: folder)
    let seconds = start.duration(to: .now) / .seconds(1)

    /// A run that is cut up to three times, then left alone.
    func run(in folder: TemporaryFolder) throws {
      for cut in (0...1 + random.permutation(3)[0]).reversed() {
        let moment = random.uniform(high: seconds)
        let isSaved = try names(in: folder).contains("run.safetensors")
        let run = try ProgramRun(
          "MLP", isSaved ? resume.words : options, in: folder,
          signal: cut > 0 ? (signal, passed(seconds: moment)) : nil)
        let place: Comment = "seed \(seed), run \(trial), cut after \(moment) s"
        if run.status == 0 {
          #expect(try Remains(of: run, in: folder) == whole, place)
          return
        }
        if signal == SIGINT, !run.wasKilled {
          inside += 1
          #expect(run.status == 130, place)
          #expect(run.errors.hasPrefix("MLP: interrupted after epoch "), place)
          #expect(run.errors.hasSuffix("swift run MLP \(resume)\n"))
          #expect(run.errors.split(separator: "\n").count == 1, place)
          #expect(try names(in: folder) == ["run.safetensors"], place)
        } else {
          outside += 1
          #expect(run.wasKilled && run.status == signal, place)
          // After its last step, Ctrl-C lets the run write its files.
          if signal == SIGINT, try names(in: folder).contains("out") {
            #expect(try Remains(of: run, in: folder) == whole, place)
            return
          }
        }
      }
    }
    // Few random moments may all miss the training.
    while trial < count || !landed, trial < 10 * count {
      try run(in: TemporaryFolder())
      trial += 1
    }
    #expect(landed)
    print(
      signal == SIGINT
        ? "SIGINT, seed \(seed): \(trial) runs, cut \(inside) times in their training "
          + "and \(outside) times before or after it"
        : "SIGKILL, seed \(seed): \(trial) runs, cut \(outside) times")
  }

  @Test func sigtermSavesTooAndNoRunInThePlaceOfAnother() throws {
    for file in ["mlp.interrupted.safetensors", "mlp.interrupted-2.safetensors"] {
      let run = try runAndTerminate(
        "--epochs 100 --output 'my out'", whenItPrints: "^0 2 ")
      #expect(run.status == 143)
      #expect(run.errors.hasPrefix("MLP: interrupted after epoch "))
      #expect(run.errors.hasSuffix("--resume \(file) --output 'my out'\n"))
    }
    let saved = Set(try names(in: folder)).subtracting(["log"])
    #expect(
      saved == ["mlp.interrupted.safetensors", "mlp.interrupted-2.safetensors"])
  }

  @Test func aRunWhoseLastStepIsTakenWritesItsFilesBeforeItEnds() throws {
    try writeDigits(to: folder["digits"])
    let options = "--epochs 1 --batch-size 100 --data digits --output"
    let run = try runAndTerminate(
      "\(options) cut", whenItPrints: "部分运行结果略")
    #expect(run.status == 143)
    #expect(!run.errors.contains("MLP:"))  // The shell may say "Terminated".
    let whole = try ProgramRun("MLP", options.words + ["whole"], in: folder)
    #expect(whole.status == 0)
    let files = try filesBelow(folder["whole"])
    #expect(files.count == 2 + 13)  // folders and files
    #expect(try filesBelow(folder["cut"]) == files)
    #expect(Set(try names(in: folder)) == ["digits", "cut", "whole", "log"])
  }

  /// Runs the chapter and sends it SIGTERM once its log has a line like this.
  private func runAndTerminate(
    _ options: String, whenItPrints pattern: String
  ) throws -> ProgramRun {
    let script = """
      : >log; "$MLP" \(options) >log & until grep -q '\(pattern)' log; do :; done
      kill $!; wait $!
      """
    return try ProgramRun(
      "/bin/sh", ["-c", script],
      environment: ["MLP": products.appending(path: "MLP").path],
      in: folder)
  }

  private func names(in folder: TemporaryFolder) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path)
  }
}

/// A number in the environment.
private func variable(_ name: String) -> Int? {
  ProcessInfo.processInfo.environment[name].flatMap { Int($0) }
}
