using AgentScaler.Environments.JsonSchemas;
using AgentScaler.Language;
using AgentScaler.Materialization.Sentences;
using AgentScaler.Tools;

namespace AgentScaler.Materialization.SchemaInference;

/// <summary>One tool as the inference reads it: its inputs, the form of its result, its verb and its resource.</summary>
internal sealed class ToolReading
{
    public required ToolSpecification Tool { get; init; }

    public required IReadOnlyList<ToolParameter> Parameters { get; init; }

    public required SchemaNode Returns { get; init; }

    public required ResultShape Result { get; init; }

    /// <summary>The verb word of the name or path.</summary>
    public required string Verb { get; init; }

    public required VerbClass VerbClass { get; set; }

    /// <summary>Singular snake_case name of what the tool acts on; the tables are made from it.</summary>
    public required string Resource { get; set; }

    /// <summary>Whether the call is about one existing thing that the parameters identify.</summary>
    public required bool OnItem { get; init; }

    /// <summary>Whether the name asks for many things.</summary>
    public required bool Plural { get; init; }

    /// <summary>Resources above this one in the path, outermost first, each with its key variables.</summary>
    public required IReadOnlyList<(string Resource, IReadOnlyList<string> Variables)> Parents { get; init; }

    /// <summary>The key variables of the path's last group.</summary>
    public required IReadOnlyList<string> KeyVariables { get; init; }

    /// <summary>Words after a preposition of the name: the by-phrase of <c>get_orders_by_customer</c>.</summary>
    public required IReadOnlyList<string> Tail { get; init; }

    /// <summary>Every word that says what the tool does: of the source's name, without namespaces, and of the path's tail.</summary>
    public IReadOnlyList<string> Said { get; init; } = [];

    /// <summary>Whether an HTTP path names the resource; AWS-style operations on one path are read by name.</summary>
    public required bool Located { get; init; }

    public required bool Reads { get; set; }

    /// <summary>The thing in the adopted state that the tool's words mean, or null.</summary>
    public Queries.DumpedNoun? Noun { get; set; }

    /// <summary>What the tool writes into the only row of a table, or null.</summary>
    public Setting? Setting { get; set; }

    /// <summary>The argument that is put on a list of plain values or taken off it, or null.</summary>
    public ToolParameter? Listed { get; set; }

    /// <summary>The argument that is appended to a text of the row, or null.</summary>
    public ToolParameter? Appended { get; set; }

    /// <summary>The account whose name and password the call must give: its resource and the columns that the arguments stand in; null where none is.</summary>
    public (string Resource, IReadOnlyList<(string Column, ToolParameter Parameter)> Columns)? Account { get; set; }

    /// <summary>The token that names the account which the tool is about, and the column of tokens; null where it is about something else.</summary>
    public (ToolParameter Token, string Column)? Acting { get; set; }

    /// <summary>What the tool does to the entries of a thing that others are put into; null where it works on something else.</summary>
    public Effects.EffectKind? Entry { get; set; }

    /// <summary>The sentences of the documentation.</summary>
    public IReadOnlyList<Sentence> Sentences => field ??= SentenceSplitter.Of(Tool, Parameters);

    public List<string> Evidence { get; } = [];

    public ToolParameter? Parameter(string name) => Parameters.FirstOrDefault(p => p.Container is null && p.Name == name);
}
