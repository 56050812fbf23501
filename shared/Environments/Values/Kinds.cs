namespace AgentScaler.Environments.Values;

/// <summary>A set of the kinds of JSON value: what a JSON Schema allows, what an expression may give.</summary>
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

    /// <summary>The whole numbers among the numbers, which JSON Schema counts as a type. Beside all numbers it adds nothing.</summary>
    Integer = 64,
    Scalar = Boolean | Number | String,
    Any = Null | Scalar | Array | Object,
}
