using AgentScaler.Environments.Programs;
using AgentScaler.Environments.Sessions;
using AgentScaler.Environments.Values;
using AgentScaler.Trajectories;

namespace AgentScaler.Filtering.Auditing;

/// <summary>Calls of one domain, from the golden paths of its tasks, and similar values of its database.</summary>
internal sealed class CallPool
{
    private const int Kept = 200;

    private readonly HashSet<string> _writers;
    private readonly Dictionary<Value, List<Value>> _columns = [];

    public CallPool(CompiledEnvironment environment, IEnumerable<TaskSpecification> tasks)
    {
        var programs = environment.Definition.Programs;
        _writers = programs.Where(p => p.Writes).Select(p => p.Tool).ToHashSet(StringComparer.Ordinal);
        var calls = tasks.SelectMany(t => t.GoldenCalls).Where(c => c.Expect is null)
            .Select(c => new DraftCall(c.Name, c.Arguments.ToJson())).Distinct().ToArray();
        Writing = [.. calls.Where(c => Writes(c.Name)).Take(Kept)];
        Reading = [.. calls.Where(c => !Writes(c.Name)).Take(Kept)];
        Deleters = [.. programs.SelectMany(p => p.Body.OfType<Delete>()
            .Where(d => d.Key.Count == 1 && d.Key[0] is Argument)
            .Select(d => (p.Tool, d.Table, ((Argument)d.Key[0]).Name)))];
        foreach (var table in environment.Definition.Schema.Tables)
        {
            foreach (var column in table.Columns)
            {
                var values = environment.InitialState.Rows(table.Name).Select(r => r[column.Name])
                    .Where(v => v.IsString || v.IsNumber).Distinct().Take(50).ToList();
                foreach (var value in values)
                {
                    _columns.TryAdd(value, values);
                }
            }
        }
    }

    /// <summary>Calls that should change something.</summary>
    public IReadOnlyList<DraftCall> Writing { get; }

    public IReadOnlyList<DraftCall> Reading { get; }

    /// <summary>Tools that delete a row by one argument, as tool, table and argument.</summary>
    public IReadOnlyList<(string Tool, string Table, string Argument)> Deleters { get; }

    public bool Writes(string tool) => _writers.Contains(tool);

    /// <summary>Returns other values of the column that contains a value.</summary>
    public IReadOnlyList<Value> Neighbours(Value value) =>
        _columns.TryGetValue(value, out var values) ? values.FindAll(v => v != value) : [];
}
