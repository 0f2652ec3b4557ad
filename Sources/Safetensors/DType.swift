/// The type of a tensor's numbers, by its name in the file: all those of the reference
/// implementation, version 0.8, though only float32 and bfloat16 are made into tensors
/// here. The order is the reference's, too, which writes the types from the last to the first.
enum DType: String, CaseIterable {
  case bool = "BOOL"
  case float4 = "F4"
  case float6E2M3 = "F6_E2M3"
  case float6E3M2 = "F6_E3M2"
  case uint8 = "U8"
  case int8 = "I8"
  case float8E5M2 = "F8_E5M2"
  case float8E4M3 = "F8_E4M3"
  case float8E8M0 = "F8_E8M0"
  case float8E4M3FNUZ = "F8_E4M3FNUZ"
  case float8E5M2FNUZ = "F8_E5M2FNUZ"
  case int16 = "I16"
  case uint16 = "U16"
  case float16 = "F16"
  case bfloat16 = "BF16"
  case int32 = "I32"
  case uint32 = "U32"
  case float32 = "F32"
  case complex64 = "C64"
  case float64 = "F64"
  case int64 = "I64"
  case uint64 = "U64"

  /// How many bits a number takes: as many as the name says, or a byte for a truth value.
  var bits: Int { Int(rawValue.prefix { $0 != "_" }.filter { $0.isNumber }) ?? 8 }
}

extension DType: Comparable {
  static func < (a: DType, b: DType) -> Bool {
    allCases.firstIndex(of: a)! < allCases.firstIndex(of: b)!
  }
}
