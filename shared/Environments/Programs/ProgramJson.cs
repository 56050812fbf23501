using AgentScaler.Environments.Values;

namespace AgentScaler.Environments.Programs;

/// <summary>The JSON form of tool programs, in which they are stored, versioned and authored by language models.</summary>
public static class ProgramJson
{
    public static Value Write(ToolProgram program)
    {
        ArgumentNullException.ThrowIfNull(program);
        return Write(program, SharedDefinitions.In([program]));
    }

    /// <summary>The JSON form of a definition.</summary>
    public static Value Write(SharedDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        return ProgramWriter.Definition(definition);
    }

    /// <param name="definitions">Those that stand with the program.</param>
    internal static Value Write(ToolProgram program, IReadOnlyList<SharedDefinition> definitions)
    {
        (string, Value)[] stated = definitions.Count == 0 ? [] : [("definitions", Value.From(definitions.Select(ProgramWriter.Definition)))];
        return Value.Object(
        [
            ("tool", program.Tool),
            ("writes", program.Writes),
            .. stated,
            ("body", ProgramWriter.Block(program.Body)),
            ("evidence", Value.From(program.Evidence.Select(e => (Value)e))),
        ]);
    }

    /// <exception cref="ProgramException">The value is not a program; the diagnostic names the place and the expected form.</exception>
    /// <param name="definitions">The definitions of the domain that the program may call beside its own.</param>
    public static ToolProgram Read(Value json, IReadOnlyList<SharedDefinition>? definitions = null)
    {
        if (!json.IsObject || !json["tool"].IsString)
        {
            throw new ProgramException("", "/tool", "A program is an object {\"tool\", \"writes\", \"body\", \"evidence\"}, and its tool is a name.");
        }

        return new ProgramReader(json["tool"].AsString, definitions).Program(json.AsObject);
    }

    /// <summary>Reads the definitions of a domain, an array; null gives none.</summary>
    /// <exception cref="ProgramException">The value is no list of definitions, or one calls itself or a later one.</exception>
    /// <param name="known">Definitions that these may call.</param>
    public static IReadOnlyList<SharedDefinition> ReadDefinitions(
        Value json, string place = "/definitions", IReadOnlyList<SharedDefinition>? known = null) =>
        new ExpressionReader("", known).Definitions(json, place);

    /// <summary>The JSON form of one expression.</summary>
    public static Value Write(Expression expression) => ProgramWriter.Expression(expression);

    /// <summary>Reads a single expression, the form in overrides and tests.</summary>
    /// <exception cref="ProgramException">The value is not an expression.</exception>
    public static Expression ReadExpression(Value json) => new ExpressionReader("").Expression(json, "", 0);
}
