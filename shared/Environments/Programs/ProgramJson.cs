using AgentScaler.Environments.Values;

namespace AgentScaler.Environments.Programs;

/// <summary>The JSON form of tool programs: what is stored, versioned, and what a language model may author.</summary>
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

    /// <exception cref="ProgramException">The value is no program; the diagnostic names the place and what is expected there.</exception>
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

    /// <summary>Reads one expression on its own, as overrides and tests give it.</summary>
    /// <exception cref="ProgramException">The value is no expression.</exception>
    public static Expression ReadExpression(Value json) => new ProgramReader("").Expression(json, "", 0);
}
