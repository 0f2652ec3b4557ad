import Tensors

/// The type of a tensor's numbers, by its name in the file. The order is that of the
/// reference implementation, which writes the types from the last to the first: so
/// every number lies at a multiple of its own size.
enum DType: String, CaseIterable {
  case bool = "BOOL"
  case uint8 = "U8"
  case int8 = "I8"
  case float8E5M2 = "F8_E5M2"
  case float8E4M3 = "F8_E4M3"
  case int16 = "I16"
  case uint16 = "U16"
  case float16 = "F16"
  case bfloat16 = "BF16"
  case int32 = "I32"
  case uint32 = "U32"
  case float32 = "F32"
  case float64 = "F64"
  case int64 = "I64"
  case uint64 = "U64"

  /// How many bytes a number takes.
  var size: Int {
    switch self {
    case .bool, .uint8, .int8, .float8E5M2, .float8E4M3: 1
    case .int16, .uint16, .float16, .bfloat16: 2
    case .int32, .uint32, .float32: 4
    case .float64, .int64, .uint64: 8
    }
  }
}

extension DType: Comparable {
  static func < (a: DType, b: DType) -> Bool {
    allCases.firstIndex(of: a)! < allCases.firstIndex(of: b)!
  }
}

/// A number that tensors of a file may be made of here: `UInt8`, `Int32`, `Float` or
/// `Double`.
public protocol SafetensorsElement: TensorScalar {
  /// The name of the type in a file.
  static var safetensorsType: String { get }
}

extension UInt8: SafetensorsElement {
  /// `U8`.
  public static var safetensorsType: String { DType.uint8.rawValue }
}

extension Int32: SafetensorsElement {
  /// `I32`.
  public static var safetensorsType: String { DType.int32.rawValue }
}

extension Float: SafetensorsElement {
  /// `F32`.
  public static var safetensorsType: String { DType.float32.rawValue }
}

extension Double: SafetensorsElement {
  /// `F64`.
  public static var safetensorsType: String { DType.float64.rawValue }
}
