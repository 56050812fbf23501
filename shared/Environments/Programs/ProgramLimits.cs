namespace AgentScaler.Environments.Programs;

/// <summary>
/// The bounds that make every program total. The checker refuses a larger program, and a call that exceeds a bound fails. Both executions have the
/// same bounds.
/// </summary>
public static class ProgramLimits
{
    /// <summary>Most expressions and statements of one program.</summary>
    public const int Nodes = 5_000;

    /// <summary>The greatest nesting of statements. Python allows 100 levels of indentation.</summary>
    public const int StatementDepth = 16;

    /// <summary>The greatest nesting of expressions. Python allows 200 nested brackets.</summary>
    public const int ExpressionDepth = 40;

    /// <summary>The greatest nesting of definitions that call each other. The nodes of a definition count at each call.</summary>
    public const int DefinitionDepth = 8;

    /// <summary>
    /// The steps of one call. A row, item or round takes one step for each node of the expressions and statements that are evaluated for it. Operators on
    /// long texts and large values take steps by size.
    /// </summary>
    public const int Steps = 10_000_000;

    /// <summary>The steps of an insert, update or delete, whose changes stay in memory.</summary>
    public const int WriteSteps = 50;

    /// <summary>The number of code points that take one step, and that count as one part of a value.</summary>
    public const int TextStep = 64;

    /// <summary>Most code points of one string.</summary>
    public const int TextLength = 65_536;

    /// <summary>Most scalars, arrays and objects in one value, counted with repetition. Long texts count by length.</summary>
    public const int ValueSize = 100_000;

    /// <summary>The greatest nesting of arrays and objects in one value.</summary>
    public const int ValueDepth = 64;

    /// <summary>Most characters of a variable's name.</summary>
    public const int NameLength = 100;
}
