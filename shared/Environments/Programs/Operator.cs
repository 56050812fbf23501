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

    /// <summary>A power. A whole exponent of -100 to 100 is exact before it is rounded.</summary>
    Pow,

    /// <summary>A square root, correctly rounded.</summary>
    Sqrt,

    /// <summary>A root of a whole degree of 1 to 100, correctly rounded.</summary>
    Root,

    /// <summary>A logarithm: natural, or of a base.</summary>
    Log,
    Exp,

    /// <summary>The sine of an angle in radians.</summary>
    Sin,

    /// <summary>The cosine of an angle in radians.</summary>
    Cos,

    /// <summary>The angle of the point (x, y) in radians; y comes first.</summary>
    Atan2,

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

    /// <summary>The value of a text such as <c>2 * (3 + 4)^2</c>; null if it is no arithmetic expression.</summary>
    Evaluate,

    /// <summary>How much two texts are alike, from 0 to 1: the share of the longer one that no edit touches.</summary>
    Similarity,

    /// <summary>Whether a pattern of the linear subset occurs in a text.</summary>
    Matches,

    // Arrays and objects
    Has,

    /// <summary>Where an equal item stands first in an array, or a part in a text.</summary>
    IndexOf,
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

    /// <summary>Arrays of the items that stand at the same index of all operands.</summary>
    Zip,
    Put,

    /// <summary>A copy in which the value at a path of names and indexes is set.</summary>
    PutAt,
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
