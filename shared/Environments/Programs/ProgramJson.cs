using AgentScaler.Environments.Values;

namespace AgentScaler.Environments.Programs;

/// <summary>The JSON form of tool programs, in which they are stored, versioned and authored by language models.</summary>
public static class ProgramJson
{
    public static Value Write(ToolProgram program)
    {
        ArgumentNullException.ThrowIfNull(program);
        return Value.Object(
            ("tool", program.Tool),
            ("writes", program.Writes),
            ("body", ProgramWriter.Block(program.Body)),
            ("evidence", Value.From(program.Evidence.Select(e => (Value)e))));
    }

    /// <exception cref="ProgramException">The value is not a program; the diagnostic names the place and the expected form.</exception>
    public static ToolProgram Read(Value json)
    {
        if (!json.IsObject || !json["tool"].IsString)
        {
            throw new ProgramException("", "/tool", "A program is an object {\"tool\", \"writes\", \"body\", \"evidence\"}, and its tool is a name.");
        }

        return new ProgramReader(json["tool"].AsString).Program(json.AsObject);
    }

    /// <summary>The JSON form of one expression.</summary>
    public static Value Write(Expression expression) => ProgramWriter.Expression(expression);

    /// <summary>Reads a single expression, the form in overrides and tests.</summary>
    /// <exception cref="ProgramException">The value is not an expression.</exception>
    public static Expression ReadExpression(Value json) => new ProgramReader("").Expression(json, "", 0);
}
