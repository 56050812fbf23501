using System.Globalization;
using System.Text.Json;
using AgentScaler.Environments.Values;
using AgentScaler.Judging;
using AgentScaler.Tools;
using AgentScaler.Trajectories;
using AgentScaler.Trajectories.Workspaces;

namespace AgentScaler.Filtering.Auditing;

/// <summary>
/// Measures the filter. It plants corruptions and harmless variations in accepted trajectories, lets an independent judge decide which are harmful, and
/// counts what the filter rejects. The same workspace, options and seed give the same cases.
/// </summary>
public sealed class Auditor(WorkspaceReader workspace, TrajectoryJudge judge)
{
    private const int ShownMistakes = 20;
    private const int MaxRounds = 200;

    private static readonly IReadOnlyList<Plant> Plants = [.. Corruptions.All, .. Variations.All];

    /// <exception cref="WorkspaceException">The workspace's files are missing or broken, or contain no accepted trajectory.</exception>
    /// <exception cref="AuditException">Python is not installed.</exception>
    public async Task<AuditReport> RunAsync(AuditOptions options, CancellationToken cancellationToken)
    {
        var tasks = await workspace.TasksAsync(cancellationToken);
        var accepted = new List<Trajectory>();
        await foreach (var trajectory in workspace.TrajectoriesAsync(cancellationToken))
        {
            if (tasks.TryGetValue(trajectory.Task, out var task)
                && judge.Judge(workspace.Environment(task.Domain), task, trajectory, JudgeOptions.Default).Accepted)
            {
                accepted.Add(trajectory);
            }
        }

        if (accepted.Count == 0)
        {
            throw new WorkspaceException("The workspace holds no accepted trajectory to plant in; run the pipeline until filter first.");
        }

        var planted = PlantAll(accepted, tasks, options, cancellationToken);
        var counter = new AuditCounter();
        var judging = new IndependentJudge(options.Python);
        await Parallel.ForEachAsync(
            planted.GroupBy(c => c.Task.Domain, StringComparer.Ordinal).Select(g => g.ToList()).ToList(),
            new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, options.Processes), CancellationToken = cancellationToken },
            async (cases, stop) =>
            {
                var answers = await judging.JudgeAsync(workspace.EnvironmentFolder(cases[0].Task.Domain), cases, stop);
                lock (counter)
                {
                    foreach (var (planted, (harmful, verdict)) in cases.Zip(answers))
                    {
                        counter.Add(planted, harmful, Same(planted.Verdict, verdict));
                    }
                }
            });
        foreach (var plant in Plants)
        {
            counter.Expect(plant.Name, harmful: Corruptions.All.Contains(plant));
        }

        return counter.Report(ShownMistakes);
    }

    /// <summary>Repeats over trajectories and classes until there are enough cases or no new ones are found.</summary>
    private List<AuditCase> PlantAll(
        List<Trajectory> accepted, IReadOnlyDictionary<string, TaskSpecification> tasks, AuditOptions options, CancellationToken cancellationToken)
    {
        var pools = tasks.Values.GroupBy(t => t.Domain, StringComparer.Ordinal).ToDictionary(
            g => g.Key, g => new Lazy<CallPool>(() => new CallPool(workspace.Environment(g.Key), g)), StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var cases = new List<AuditCase>();
        for (var round = 0; round < MaxRounds && cases.Count < options.Cases; round++)
        {
            var before = cases.Count;
            foreach (var trajectory in accepted)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var task = tasks[trajectory.Task];
                var draft = Draft.Of(trajectory.Messages);
                foreach (var plant in Plants)
                {
                    var random = SeededRandom.Of(options.Seed, "audit", trajectory.Id, plant.Name, round.ToString(CultureInfo.InvariantCulture));
                    var context = new PlantContext(workspace.Environment(task.Domain), task, draft, pools[task.Domain].Value, random);
                    if (plant.Make(context) is { } messages && seen.Add(ContentId.Of("case", trajectory.Task, Text(messages))))
                    {
                        var verdict = judge.Judge(context.Environment, task, messages, JudgeOptions.Default);
                        cases.Add(new AuditCase(plant.Name, trajectory.Id, task, messages, verdict));
                    }
                }

                if (cases.Count >= options.Cases)
                {
                    return cases;
                }
            }

            if (cases.Count == before)
            {
                break;
            }
        }

        return cases;
    }

    private static string Text(List<ChatMessage> messages) => JsonSerializer.Serialize(messages, ContractJson.Options);

    private static bool Same(Verdict verdict, Value other)
    {
        var expected = Value.Parse(JsonSerializer.Serialize(verdict, ContractJson.Options)).AsObject;
        return expected.All(m => other[m.Key] == m.Value);
    }
}
