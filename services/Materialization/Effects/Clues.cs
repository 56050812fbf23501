using AgentScaler.Language;
using AgentScaler.Materialization.Effects.Computing;
using AgentScaler.Materialization.SchemaInference;

namespace AgentScaler.Materialization.Effects;

/// <summary>What the kind of an effect is recognised by: a tool's reading, and how its resource is used by the tools beside it.</summary>
/// <param name="Shared">Whether other tools work on the resource, or this or another one writes it.</param>
internal sealed record Clues(ToolReading Reading, bool Shared)
{
    public bool Reads => Reading.Reads;

    public VerbClass Verb => Reading.VerbClass;

    public ResultKind Result => Reading.Result.Kind;

    /// <summary>The parameter by which the tool names one row, or null.</summary>
    public ToolParameter? Key { get; } = Keys.Parameter(Reading);

    /// <summary>Whether a tool that takes nothing but one thing's key is called by a mark, so that it marks that thing.</summary>
    public bool Marks => Key is not null && Flags.AreSaid(Reading) && Reading.Parameters.All(p => p == Key || p.InPath || p.Role != ParameterRole.Field);

    /// <summary>Whether the tool is written as a change of one item.</summary>
    public bool ChangesItem => Reading.OnItem && Reading.Tool.Http?.Method.ToUpperInvariant() is "PUT" or "PATCH";

    /// <summary>Whether a read is about many rows.</summary>
    public bool Many => Result == ResultKind.Collection
        || (Result == ResultKind.Unknown && (Verb is VerbClass.List or VerbClass.Search || (Reading.Plural && Key is null)));

    /// <summary>What the tool's words say that it computes, or null.</summary>
    public Computation? Computation { get; } = Computations.Of(Reading);

    /// <summary>Whether the tool converts an amount of money, so that a row of rates is no answer.</summary>
    public bool ConvertsMoney { get; } = Exchange.Operands(Reading) is not null;

    public bool Computes => Verb is VerbClass.Compute or VerbClass.Lookup;
}
