using AgentScaler.Environments.Sessions;
using AgentScaler.Environments.States;
using AgentScaler.Environments.Values;
using AgentScaler.Trajectories;
using AgentScaler.Trajectories.Conversations;

namespace AgentScaler.Judging.Explaining;

/// <summary>
/// Explains a verdict. It replays the conversation's calls, assigns the golden calls to them, and names the rows that differ with the calls that wrote
/// them. It is safe for use by many threads.
/// </summary>
public sealed class TrajectoryExplainer(TrajectoryJudge judge)
{
    /// <exception cref="ArgumentException">The task was made for another initial state.</exception>
    public TrajectoryExplanation Explain(CompiledEnvironment environment, TaskSpecification task, Trajectory trajectory, JudgeOptions options)
    {
        ArgumentNullException.ThrowIfNull(environment);
        ArgumentNullException.ThrowIfNull(task);
        ArgumentNullException.ThrowIfNull(trajectory);
        var judged = judge.Judge(environment, task, trajectory, options);
        var validators = ToolValidators.Of(environment.Definition);
        var replay = Replay.Of(environment, validators, trajectory.Messages);
        var (made, golden) = (new CallTrace(environment), new CallTrace(environment));
        foreach (var (call, index) in replay.Calls.Select((call, index) => (call, index)).Where(c => c.call.Result is not null))
        {
            made.Call(index, call.Name, call.Arguments!.Value);
        }

        ToolResult[] goldenResults = [.. task.GoldenCalls.Select((call, index) => golden.Call(index, call.Name, call.Arguments))];
        var beside = CallAlignment.Of(
            [.. replay.Calls.Select(c => (c.Name, c.Arguments is { } given ? CallKey.Of(c.Name, c.Filled ?? validators.Filled(c.Name, given)) : ""))],
            [.. task.GoldenCalls.Select(c => (c.Name, CallKey.Of(c.Name, validators.Filled(c.Name, c.Arguments))))]);
        ExplainedGoldenCall Golden(int index, bool same) =>
            new(index, task.GoldenCalls[index].Name, task.GoldenCalls[index].Arguments, ToolMessages.Text(goldenResults[index]), same);
        bool Same(int call) => replay.Calls[call].Arguments is { } given
            && CallKey.Of(replay.Calls[call].Name, validators.Filled(replay.Calls[call].Name, given))
                == CallKey.Of(task.GoldenCalls[beside[call]].Name,
                    validators.Filled(task.GoldenCalls[beside[call]].Name, task.GoldenCalls[beside[call]].Arguments));

        ExplainedGoldenCall?[] goldenBeside = [.. beside.Select((g, call) => g < 0 ? null : Golden(g, Same(call)))];
        ExplainedGoldenCall[] notMade = [.. Enumerable.Range(0, task.GoldenCalls.Count).Except(beside).Select(g => Golden(g, same: false))];
        var differences = Differences(environment, task, made, golden);
        var first = First(replay.Calls, goldenBeside, notMade, differences, judged);
        var turns = Turns(trajectory.Messages, replay.Calls, goldenBeside);
        return new TrajectoryExplanation(
            trajectory.Id, task.Id, trajectory.Domain, task.Kind, task.Intent, trajectory.Verdict, judged, turns, notMade, differences, first,
            [.. Tools(turns, first, differences, replay.Calls, task).Distinct(StringComparer.Ordinal)]);
    }

    private static ExplainedDifference[] Differences(CompiledEnvironment environment, TaskSpecification task, CallTrace made, CallTrace golden)
    {
        // A read-only task and a refusal task must not change the initial state.
        var goal = task.Kind == TaskKind.Write ? golden.State : environment.InitialState;
        return
        [
            .. StateComparison.Between(environment.Definition.Schema, environment.InitialState, made.State, goal).Select(row => new ExplainedDifference(
                row,
                made.Writer(row.Table, row.Key ?? Initial(environment, row.Table, row.GoldenKey)),
                task.Kind == TaskKind.Write ? golden.Writer(row.Table, row.GoldenKey ?? Initial(environment, row.Table, row.Key)) : null)),
        ];
    }

    /// <summary>
    /// Returns a key if the initial state has its row. If such a row is missing, it was deleted. Other equal keys belong to different rows by chance.
    /// </summary>
    private static Value? Initial(CompiledEnvironment environment, string table, Value? key) => key is { } given
        && environment.InitialState.Rows(table).Any(row => StateComparison.KeyOf(environment.Definition.Schema, table, row) == given)
            ? key
            : null;

    private static ExplainedTurn[] Turns(IReadOnlyList<ChatMessage> messages, IReadOnlyList<ReplayedCall> replayed, ExplainedGoldenCall?[] golden)
    {
        var index = 0;
        return
        [
            .. messages.Where(m => m.Role != "tool").Select(message => new ExplainedTurn(
                message.Role,
                message.Content,
                [.. (message.ToolCalls ?? []).Select(call => Call(index, call, replayed[index], golden[index++]))])),
        ];
    }

    private static ExplainedCall Call(int index, ChatToolCall call, ReplayedCall replayed, ExplainedGoldenCall? golden)
    {
        var result = replayed.Result is { } made ? ToolMessages.Content(made) : default(Value?);
        bool? agrees = result is { } value && replayed.Answer is { } answer ? Conversation.JsonOrNull(answer) is { } told && told == value : null;
        return new ExplainedCall(index, call.Function.Name, call.Function.Arguments, replayed.Answer, result?.ToJson(), agrees, golden);
    }

    /// <summary>Returns the earliest call that wrote a differing row, or, if the states are equal, the first successful call that is not golden.</summary>
    private static DivergingCall? First(
        IReadOnlyList<ReplayedCall> calls, ExplainedGoldenCall?[] golden, ExplainedGoldenCall[] notMade, ExplainedDifference[] differences, Verdict judged)
    {
        if (differences.Length > 0)
        {
            return differences.Min(d => d.Call) is { } call
                ? new DivergingCall(call, golden[call]?.Call, calls[call].Name)
                : differences.Min(d => d.GoldenCall) is { } missing && notMade.FirstOrDefault(g => g.Call == missing) is { } one
                    ? new DivergingCall(null, missing, one.Name)
                    : null;
        }

        if (judged.Stages.ExactMatch != false)
        {
            return null;
        }

        var other = Enumerable.Range(0, calls.Count).Where(i => calls[i].Result is { Ok: true } && golden[i] is not { Same: true }).Cast<int?>()
            .FirstOrDefault();
        return other is { } at ? new DivergingCall(at, golden[at]?.Call, calls[at].Name)
            : notMade.Length > 0 ? new DivergingCall(null, notMade[0].Call, notMade[0].Name)
            : null;
    }

    private static IEnumerable<string> Tools(
        ExplainedTurn[] turns, DivergingCall? first, ExplainedDifference[] differences, IReadOnlyList<ReplayedCall> calls, TaskSpecification task)
    {
        IEnumerable<string?> names = turns.SelectMany(t => t.Calls).Where(c => c.Agrees == false).Select(c => c.Name)
            .Append(first?.Name)
            .Concat(differences.SelectMany(d => new[]
            {
                d.Call is { } call ? calls[call].Name : null,
                d.GoldenCall is { } golden ? task.GoldenCalls[golden].Name : null,
            }));
        return names.OfType<string>();
    }
}
