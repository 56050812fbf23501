namespace AgentScaler.Environments.Programs;

/// <summary>The pure operators. docs/tool-programs.md defines semantics, types and edge cases.</summary>
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

    /// <summary>A power with an integral exponent of -100 to 100, exact before it is rounded.</summary>
    Pow,

    /// <summary>A square root, correctly rounded.</summary>
    Sqrt,

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

    /// <summary>The word null, boolean, number, string, array or object.</summary>
    KindOf,

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
    MinOf,
    MaxOf,

    /// <summary>The given number of integers, beginning with start.</summary>
    Range,
    Put,
    Merge,
    Without,

    /// <summary>The names of an object, sorted by code point.</summary>
    Keys,

    /// <summary>The values of an object, in the order of its sorted names.</summary>
    Items,

    // Dates
    AddSeconds,
    AddDays,
    AddMonths,
    SecondsBetween,
    DaysBetween,
    DateOf,

    /// <summary>One part of a date: year, month, day, hour, minute, second, weekday (1 is Monday) or yearday.</summary>
    DatePart,
}
