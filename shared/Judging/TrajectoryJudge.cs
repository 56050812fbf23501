using AgentScaler.Environments.Sessions;
using AgentScaler.Environments.States;
using AgentScaler.Trajectories;

namespace AgentScaler.Judging;

/// <summary>
/// The funnel: validity, state alignment, exact match. All stages are always judged and recorded, so that the verdicts contain every ablation of the funnel.
/// docs/funnel.md defines every rule. <c>verify.py</c> is the same judge in Python. The class is safe for many threads.
/// </summary>
public sealed class TrajectoryJudge
{
    public Verdict Judge(CompiledEnvironment environment, TaskSpecification task, Trajectory trajectory, JudgeOptions options) =>
        Judge(environment, task, trajectory.Messages, options);

    /// <summary>Judges a conversation by the state to which replaying its tool calls leads.</summary>
    /// <exception cref="ArgumentException">The task was made for another initial state.</exception>
    public Verdict Judge(CompiledEnvironment environment, TaskSpecification task, IReadOnlyList<ChatMessage> messages, JudgeOptions options)
    {
        if (task.InitialState != environment.InitialHash.ToString())
        {
            throw new ArgumentException($"Task {task.Id} starts in {task.InitialState}, the environment in {environment.InitialHash}.", nameof(task));
        }

        var validators = ToolValidators.Of(environment.Definition);
        var replay = Replay.Of(environment, validators, messages);
        var validity = ValidityStage.Check(messages, replay.Calls, validators.Names);
        var golden = GoldenPath.Of(environment, task);
        var aligns = task.Kind is TaskKind.Write or TaskKind.Refusal;
        var matches = task.Kind is TaskKind.ReadOnly or TaskKind.Refusal;
        var alignment = aligns ? Alignment(task, replay.Session, golden) : null;
        var match = matches ? Match(task, replay, golden, options) : null;

        var failed = validity ?? alignment ?? match;
        FunnelStage? stage = validity is not null ? FunnelStage.Validity
            : alignment is not null ? FunnelStage.StateAlignment
            : match is not null ? FunnelStage.ExactMatch
            : null;
        return new Verdict(
            failed is null,
            stage,
            failed?.Reason,
            failed?.Detail ?? "",
            new StageOutcomes(
                validity is null,
                aligns ? alignment is null : null,
                matches ? match is null : null,
                AnswerCheck.Check(task, messages)));
    }

    /// <summary>Stage 2 compares the final state with the golden one, collateral changes included.</summary>
    private static Finding? Alignment(TaskSpecification task, EnvironmentSession session, GoldenPath golden)
    {
        var environment = golden.Environment;
        if (task.Kind == TaskKind.Refusal)
        {
            return Unchanged(environment, session, "a task to be refused");
        }

        if (session.Hash == golden.Hash
            || StateAlignment.Aligned(environment.Definition.Schema, environment.InitialState, session.State(), golden.State))
        {
            return null;
        }

        return session.Hash == environment.InitialHash
            ? new Finding("unchanged_state", "nothing was changed")
            : new Finding("state_mismatch", $"the final state differs in {Tables(environment, session.State(), golden.State)}");
    }

    private static Finding? Match(TaskSpecification task, Replay replay, GoldenPath golden, JudgeOptions options)
    {
        var made = CallKey.OfSuccessful(replay.Calls);
        if (task.Kind == TaskKind.Refusal)
        {
            return ExactMatchStage.Contained(golden.Calls, made);
        }

        var exact = ExactMatchStage.Exact(golden.Calls, made);
        return exact is null || options.ReadOnlyMatch == ReadOnlyMatch.Exact
            ? exact
            : Unchanged(golden.Environment, replay.Session, "a task that only reads")
                ?? ExactMatchStage.Equivalent(task, golden.Calls, made);
    }

    private static Finding? Unchanged(CompiledEnvironment environment, EnvironmentSession session, string what) =>
        session.Hash == environment.InitialHash
        || StateAlignment.Aligned(environment.Definition.Schema, environment.InitialState, session.State(), environment.InitialState)
            ? null
            : new Finding("changed_state", $"{what} changed {Tables(environment, session.State(), environment.InitialState)}");

    /// <summary>Names the tables in which the states differ under the schema: the tables that an explanation of the verdict shows.</summary>
    private static string Tables(CompiledEnvironment environment, DatabaseState final, DatabaseState golden) =>
        string.Join(", ", StateComparison.Tables(environment.Definition.Schema, environment.InitialState, final, golden));
}
