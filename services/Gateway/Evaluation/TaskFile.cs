using System.Text.Json;
using AgentScaler.Storage;
using AgentScaler.Tools;
using AgentScaler.Trajectories;

namespace AgentScaler.Gateway.Evaluation;

/// <summary>Reads a file of tasks to evaluate on: one task a line, in the form of the contract.</summary>
public static class TaskFile
{
    /// <summary>The prefix of a stored file's hash in a run's document.</summary>
    public const string Prefix = ArtifactReference.Scheme;

    /// <summary>Reads every task with its line number, in the order of the file.</summary>
    /// <param name="name">The name of the file in messages.</param>
    /// <exception cref="FormatException">A line is not a task, an id occurs twice, or there is no task. The message names file and line.</exception>
    public static IReadOnlyList<(int Line, TaskSpecification Task)> Read(TextReader reader, string name)
    {
        var tasks = new List<(int Line, TaskSpecification Task)>();
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var number = 1; reader.ReadLine() is { } line; number++)
        {
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            var task = ReadLine(line, $"{name}, line {number}");
            if (!lines.TryAdd(task.Id, number))
            {
                throw new FormatException($"{name}, line {number}: task '{task.Id}' stands on line {lines[task.Id]} already.");
            }

            tasks.Add((number, task));
        }

        return tasks.Count > 0 ? tasks : throw new FormatException($"{name} contains no task.");
    }

    private static TaskSpecification ReadLine(string line, string place)
    {
        TaskSpecification? task;
        try
        {
            task = JsonSerializer.Deserialize<TaskSpecification>(line, ContractJson.Options);
        }
        catch (Exception exception) when (exception is JsonException or NotSupportedException or FormatException)
        {
            throw new FormatException($"{place}: not a task: {exception.Message}", exception);
        }

        (string Field, bool Given)[] required =
        [
            ("id", !string.IsNullOrEmpty(task?.Id)),
            ("domain", !string.IsNullOrEmpty(task?.Domain)),
            ("intent", task?.Intent is not null),
            ("user", task?.User is { Profile: not null, KnownValues: not null }),
            ("golden_calls", task?.GoldenCalls is { Count: > 0 } calls && calls.All(call => call?.Name is not null)),
            ("golden_results", task?.GoldenResults is not null && task.GoldenResults.Count == task.GoldenCalls?.Count),
            ("answer_values", task?.AnswerValues is not null),
            ("initial_state", task?.InitialState is not null),
            ("golden_state", task?.GoldenState is not null),
            ("provenance", task?.Provenance is not null),
        ];
        var missing = required.Where(field => !field.Given).Select(field => $"'{field.Field}'").ToList();
        return missing.Count == 0
            ? task! with { Steps = task!.GoldenCalls!.Count }
            : throw new FormatException($"{place}: not a task: {string.Join(", ", missing)} missing or not in the contract's form.");
    }
}
