using AgentScaler.Environments.Schema;
using AgentScaler.Environments.Sessions;
using AgentScaler.Environments.States;
using AgentScaler.Language;
using AgentScaler.Tasks.Dependencies;
using AgentScaler.Tools;

namespace AgentScaler.Tasks.Reading;

/// <summary>The task generator's model of a materialized domain: the actions of its tools and the words for its tables.</summary>
internal sealed class DomainModel
{
    private readonly Dictionary<string, ToolModel> _byName;
    private readonly Dictionary<string, TableModel> _tables;

    public DomainModel(CompiledEnvironment environment, ToolDomain domain)
    {
        Environment = environment;
        var definition = environment.Definition;
        var programs = definition.Programs.ToDictionary(p => p.Tool, StringComparer.Ordinal);
        Tools = [.. definition.Tools.Where(t => programs.ContainsKey(t.Name)).Select(t => ProgramReading.Read(t, programs[t.Name], definition.Schema))
            .Where(t => !ConductTools.Is(t.Tool, t.Writes || t.Tables.Count > 0))];
        _byName = Tools.ToDictionary(t => t.Name, StringComparer.Ordinal);
        var byId = Tools.GroupBy(t => t.Tool.Id, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        Edges = [.. domain.Dependencies.Where(d => byId.ContainsKey(d.From) && byId.ContainsKey(d.To))
            .Select(d => DomainEdge.Of(byId[d.From], byId[d.To], d.Field, d.Parameter))];
        _tables = definition.Schema.Tables.ToDictionary(t => t.Name, t => Describe(t, environment.InitialState), StringComparer.Ordinal);
        Policy = definition.Policy;
    }

    public CompiledEnvironment Environment { get; }

    public DatabaseSchema Schema => Environment.Definition.Schema;

    public IReadOnlyList<ToolModel> Tools { get; }

    public IReadOnlyList<DomainEdge> Edges { get; }

    public string Policy { get; }

    public ToolModel Tool(string name) => _byName[name];

    public TableModel? Table(string name) => _tables.GetValueOrDefault(name);

    /// <summary>Returns the row and column that an argument bound to a column means. A foreign key means the row to which it leads.</summary>
    public (string Table, string Column) Target(string table, string column)
    {
        for (var i = 0; i < 4 && Schema.Table(table)?.Column(column)?.References is { } reference && Schema.Table(reference.Table) is not null; i++)
        {
            (table, column) = (reference.Table, reference.Column);
        }

        return (table, column);
    }

    /// <summary>Whether a column identifies rows: a key, or a reference to one.</summary>
    public bool IsKey(string table, string column) =>
        Schema.Table(table) is { } schema && (schema.PrimaryKey.Contains(column) || schema.Column(column)?.References is not null);

    private static TableModel Describe(TableSchema table, DatabaseState state)
    {
        var words = Words.Split(table.Name);
        var noun = string.Join(' ', words.Take(words.Count - 1).Append(Words.Singular(words.Count > 0 ? words[^1] : table.Name)));
        var descriptors = table.Columns
            .Select((column, index) => (column, index, rank: ColumnNature.Rank(column, table)))
            .Where(c => c.rank is not null)
            .OrderBy(c => c.rank).ThenBy(c => c.index)
            .Select(c => c.column);
        var key = table.PrimaryKey.Count == 1 ? table.PrimaryKey[0] : null;
        var keys = key is null ? [] : state.Rows(table.Name).Take(50).Select(r => r[key]).ToList();
        return new TableModel(table, noun, [.. descriptors], key, ColumnNature.SayingOf(table, noun, keys));
    }
}
