namespace AgentScaler.Environments.Programs;

/// <summary>The pure operators. Semantics, types and edge cases stand in docs/tool-programs.md.</summary>
public enum Operator
{
    // Logic and comparison
    And,
    Or,
    Not,
    Eq,
    Ne,
    Lt,
    Le,
    Gt,
    Ge,
    IsNull,
    Coalesce,

    // Decimal arithmetic, rounding half to even
    Add,
    Sub,
    Mul,
    Div,
    Mod,
    Neg,
    Abs,
    Round,
    Floor,
    Ceil,
    Min,
    Max,

    // Text, by code points
    Concat,
    Length,
    Lower,
    Upper,
    Trim,
    Contains,
    StartsWith,
    EndsWith,
    Substring,
    Split,
    Join,
    Replace,
    ToText,
    ToNumber,

    // Arrays and objects
    Has,
    At,
    Count,
    Slice,
    Append,
    Remove,
    Distinct,
    Reverse,
    SumOf,
    Put,
    Merge,
    Without,

    // Dates
    AddSeconds,
    AddDays,
    SecondsBetween,
    DaysBetween,
    DateOf,
}
