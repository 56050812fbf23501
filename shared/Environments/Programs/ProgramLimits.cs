namespace AgentScaler.Environments.Programs;

/// <summary>
/// The bounds that make every program total: what is larger is refused by the checker or fails the call. Both
/// executions hold the same bounds.
/// </summary>
public static class ProgramLimits
{
    /// <summary>Expressions and statements of one program.</summary>
    public const int Nodes = 5_000;

    /// <summary>How deep statements may stand in statements; Python allows 100 levels of indentation.</summary>
    public const int StatementDepth = 16;

    /// <summary>How deep expressions may stand in expressions; Python allows 200 nested brackets.</summary>
    public const int ExpressionDepth = 40;

    /// <summary>
    /// The steps of one call. A row, item or round costs as many steps as the expressions and statements that are
    /// evaluated for it have nodes; operators on long texts and large values cost by size.
    /// </summary>
    public const int Steps = 10_000_000;

    /// <summary>Steps of an insert, update or delete, which leave something behind.</summary>
    public const int WriteSteps = 50;

    /// <summary>Code points that cost one step, and that count as one part of a value.</summary>
    public const int TextStep = 64;

    /// <summary>Code points of one string.</summary>
    public const int TextLength = 65_536;

    /// <summary>Scalars, arrays and objects in one value, counted with repetition; long texts count by length.</summary>
    public const int ValueSize = 100_000;

    /// <summary>How deep arrays and objects may stand in each other in one value.</summary>
    public const int ValueDepth = 64;

    /// <summary>Characters of a name of a variable.</summary>
    public const int NameLength = 100;
}
