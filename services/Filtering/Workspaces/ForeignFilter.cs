using System.Text;
using System.Text.Json;
using AgentScaler.Judging;
using AgentScaler.Tools;
using AgentScaler.Trajectories.Workspaces;

namespace AgentScaler.Filtering.Workspaces;

/// <summary>Judges a file of foreign trajectories against the tasks of a workspace.</summary>
public sealed class ForeignFilter(WorkspaceReader workspace, TrajectoryJudge judge)
{
    /// <summary>
    /// Writes one line <c>{"id","task","verdict"}</c> for each trajectory, in the order of the file. A line that is not a trajectory, or whose task is
    /// unknown, is reported as a problem, and the other lines are still judged.
    /// </summary>
    /// <exception cref="WorkspaceException">The workspace's files are missing or broken.</exception>
    public async Task<ForeignSummary> JudgeAsync(string trajectories, string output, JudgeOptions options, CancellationToken cancellationToken)
    {
        if (!File.Exists(trajectories))
        {
            throw new WorkspaceException($"{trajectories} does not exist.");
        }

        if (Path.GetFullPath(trajectories) == Path.GetFullPath(output))
        {
            throw new WorkspaceException($"{output} holds the trajectories; the verdicts need a file of their own.");
        }

        await RequireLinesAsync(trajectories, cancellationToken);
        var tasks = await workspace.TasksAsync(cancellationToken);
        var problems = new List<string>();
        var reasons = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var (number, judged, accepted) = (0, 0, 0);
        await using var writer = new StreamWriter(output, false, new UTF8Encoding(false));
        await foreach (var line in File.ReadLinesAsync(trajectories, cancellationToken))
        {
            number++;
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            try
            {
                var trajectory = ForeignTrajectory.Parse(line);
                var task = tasks.TryGetValue(trajectory.Task, out var found)
                    ? found
                    : throw new JsonException($"the workspace has no task \"{trajectory.Task}\"");
                var verdict = judge.Judge(workspace.Environment(task.Domain), task, trajectory.Messages, options);
                await writer.WriteLineAsync(JsonSerializer.Serialize(
                    new ForeignVerdict(trajectory.Id, trajectory.Task, verdict), ContractJson.Options).AsMemory(), cancellationToken);
                judged++;
                accepted += verdict.Accepted ? 1 : 0;
                if (verdict.Reason is { } reason)
                {
                    reasons[reason] = reasons.GetValueOrDefault(reason) + 1;
                }
            }
            catch (JsonException exception)
            {
                problems.Add($"{trajectories}, line {number}: {exception.Message}");
            }
        }

        return new ForeignSummary(judged, accepted, reasons, problems);
    }

    /// <summary>Names the form of a file that is not JSON Lines of trajectories, instead of reporting every line.</summary>
    private static async Task RequireLinesAsync(string file, CancellationToken cancellationToken)
    {
        var head = new byte[2];
        await using (var stream = File.OpenRead(file))
        {
            if (await stream.ReadAtLeastAsync(head, 2, throwOnEndOfStream: false, cancellationToken) == 2 && head is [0x1f, 0x8b])
            {
                throw new WorkspaceException($"{file} is compressed with gzip. Unpack it first.");
            }
        }

        await foreach (var line in File.ReadLinesAsync(file, cancellationToken))
        {
            var first = line.Trim();
            if (first.Length > 0)
            {
                if (first[0] == '[' || first == "{")
                {
                    throw new WorkspaceException(
                        $"{file} is {(first[0] == '[' ? "a JSON array" : "JSON over several lines")}, not JSON Lines. Write each trajectory on a line of its own.");
                }

                return;
            }
        }
    }
}
