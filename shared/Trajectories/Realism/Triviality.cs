using AgentScaler.Environments;
using AgentScaler.Environments.Sessions;
using AgentScaler.Environments.States;
using AgentScaler.Environments.Values;
using AgentScaler.Language;

namespace AgentScaler.Trajectories.Realism;

/// <summary>Lets trivial agents try the write tasks of an environment.</summary>
public static class Triviality
{
    private const int RandomCalls = 10;

    public static TrivialityCounts Measure(CompiledEnvironment environment, IEnumerable<TaskSpecification> tasks)
    {
        var counts = TrivialityCounts.None;
        foreach (var task in tasks.Where(t => t.Kind == TaskKind.Write))
        {
            var golden = Replay(environment, task.GoldenCalls.Select(c => (c.Name, c.Arguments)));
            var one = task.GoldenCalls.Any(c => Passes(environment, golden, [(c.Name, c.Arguments)]));
            counts += new TrivialityCounts(
                1,
                Passes(environment, golden, []) ? 1 : 0,
                Passes(environment, golden, Random(environment, task)) ? 1 : 0,
                one ? 1 : 0,
                Passes(environment, golden, ByWords(environment, task)) ? 1 : 0);
        }

        return counts;
    }

    private static bool Passes(CompiledEnvironment environment, DatabaseState golden, IEnumerable<(string, Value)> calls) =>
        StateAlignment.Aligned(environment.Definition.Schema, environment.InitialState, Replay(environment, calls), golden);

    private static DatabaseState Replay(CompiledEnvironment environment, IEnumerable<(string Name, Value Arguments)> calls)
    {
        var session = environment.Open();
        foreach (var (name, arguments) in calls)
        {
            session.Call(name, arguments);
        }

        return session.State();
    }

    private static List<(string, Value)> Random(CompiledEnvironment environment, TaskSpecification task)
    {
        var random = SeededRandom.Of(0, "random-agent", task.Id);
        var tables = environment.InitialState.Tables.Where(t => environment.InitialState.Rows(t).Count > 0).ToList();
        var calls = new List<(string, Value)>();
        for (var i = 0; i < RandomCalls; i++)
        {
            var tool = random.Pick(environment.Definition.Tools);
            calls.Add((tool.Name, Fill(tool, name => Known(random, environment, tables, task, name))));
        }

        return calls;
    }

    /// <summary>A value that a random agent may know: from a column of the same name, or from the user's words.</summary>
    private static Value? Known(SeededRandom random, CompiledEnvironment environment, List<string> tables, TaskSpecification task, string name)
    {
        foreach (var table in random.Shuffle(tables))
        {
            var row = random.Pick(environment.InitialState.Rows(table));
            if (row.TryGet(name, out var value) && !value.IsNull)
            {
                return value;
            }
        }

        return task.User.KnownValues.Count > 0 ? random.Pick(task.User.KnownValues.Values.ToList()) : null;
    }

    private static List<(string, Value)> ByWords(CompiledEnvironment environment, TaskSpecification task)
    {
        var calls = new List<(string, Value)>();
        foreach (var part in task.Parts)
        {
            var said = LanguageRealism.Words(part.Text).ToHashSet(StringComparer.Ordinal);
            var tool = environment.Definition.Tools.OrderByDescending(t => Words.Phrase(t.Name).Split(' ').Count(said.Contains))
                .ThenBy(t => t.Name, StringComparer.Ordinal).First();
            calls.Add((tool.Name, Fill(tool, name =>
            {
                var words = Words.Phrase(name).Split(' ');
                return part.Names.Where(task.User.KnownValues.ContainsKey).OrderByDescending(n => n.Split(' ').Count(words.Contains))
                    .Where(n => n.Split(' ').Any(words.Contains)).Select(n => (Value?)task.User.KnownValues[n]).FirstOrDefault();
            })));
        }

        return calls;
    }

    private static Value Fill(EnvironmentTool tool, Func<string, Value?> value)
    {
        var members = new List<(string, Value)>();
        foreach (var property in (tool.ParameterSchema.Resolved ?? tool.ParameterSchema).Properties)
        {
            if (value(property.Name) is { } filled)
            {
                members.Add((property.Name, filled));
            }
        }

        return Value.Object([.. members]);
    }
}
