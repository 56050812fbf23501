namespace AgentScaler.Environments.Values;

/// <summary>A set of kinds of JSON value, such as those that a JSON Schema allows or that an expression may have.</summary>
[Flags]
internal enum Kinds : byte
{
    None = 0,
    Null = 1,
    Boolean = 2,
    Number = 4,
    String = 8,
    Array = 16,
    Object = 32,

    /// <summary>Whole numbers, which JSON Schema counts as a type. The flag adds nothing to a set with all numbers.</summary>
    Integer = 64,
    Scalar = Boolean | Number | String,
    Any = Null | Scalar | Array | Object,
}
