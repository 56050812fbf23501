using System.Text.Json;
using System.Text.Json.Nodes;
using AgentScaler.Environments.States;
using AgentScaler.Judging.Explaining;
using AgentScaler.Tools;
using AgentScaler.Trajectories;

namespace AgentScaler.Standalone.Explaining;

/// <summary>Explains the verdict on a trajectory: its calls, the rows that differ, the verdict, and where to look next.</summary>
internal sealed class TrajectoryView(TrajectoryExplanation explanation, IReadOnlyList<ToolFacts> tools) : IExplained
{
    public JsonObject ToJson()
    {
        var json = JsonSerializer.SerializeToNode(explanation, ContractJson.Options)!.AsObject();
        json["explains"] = "trajectory";
        json["look_at"] = JsonSerializer.SerializeToNode(tools, ContractJson.Options);
        json["advice"] = JsonSerializer.SerializeToNode(Advice(), ContractJson.Options);
        return json;
    }

    public async Task WriteAsync(TextWriter output)
    {
        await output.WriteLineAsync($"Trajectory {explanation.Trajectory} of task {explanation.Task} in {explanation.Domain}: {Words(explanation.Judged)}");
        await output.WriteLineAsync($"\nThe task ({ExplainedText.Word(explanation.Kind)}): {ExplainedText.Cut(explanation.Intent)}\n\nCall by call");
        foreach (var turn in explanation.Turns)
        {
            if (!string.IsNullOrEmpty(turn.Said))
            {
                await output.WriteLineAsync($"  {turn.Role}: {ExplainedText.Cut(turn.Said)}");
            }

            foreach (var call in turn.Calls)
            {
                await WriteAsync(output, call);
            }
        }

        if (explanation.NotMade.Count > 0)
        {
            await output.WriteLineAsync("\nGolden calls that no call stands beside");
            foreach (var golden in explanation.NotMade)
            {
                await output.WriteLineAsync(
                    $"  golden {golden.Call}: {golden.Name} {ExplainedText.Cut(golden.Arguments.ToJson())}\n      gives     {ExplainedText.Cut(golden.Result)}");
            }
        }

        await WriteDifferencesAsync(output);
        await output.WriteLineAsync($"\nThe verdict: {Words(explanation.Judged)}");
        await output.WriteLineAsync($"  {Stages(explanation.Judged)}");
        if (explanation.Contradicted)
        {
            await output.WriteLineAsync($"  trajectories.jsonl has another: {Words(explanation.Recorded!)}");
        }

        await WriteNextAsync(output);
    }

    private static async Task WriteAsync(TextWriter output, ExplainedCall call)
    {
        await output.WriteLineAsync($"  call {call.Call}: {call.Name} {ExplainedText.Cut(call.Arguments)}");
        await output.WriteLineAsync($"      recorded  {(call.Recorded is null ? "no result" : ExplainedText.Cut(call.Recorded))}");
        await output.WriteLineAsync($"      replay    {Replay(call)}");
        await output.WriteLineAsync(call.Golden switch
        {
            null => "      golden    none",
            { Same: true } same => $"      golden    call {same.Call}, the same",
            var other =>
                $"      golden    call {other.Call}: {other.Name} {ExplainedText.Cut(other.Arguments.ToJson())}\n      gives     {ExplainedText.Cut(other.Result)}",
        });
    }

    private static string Replay(ExplainedCall call) => call.Replayed is null ? "not made: no JSON object, or an injected fault"
        : call.Agrees == true ? "the same"
        : ExplainedText.Cut(call.Replayed);

    private async Task WriteDifferencesAsync(TextWriter output)
    {
        await output.WriteLineAsync(explanation.Differences.Count == 0
            ? "\nThe final state is equal to the golden state under the schema."
            : "\nRows that differ from the golden state");
        foreach (var (row, call, golden) in explanation.Differences)
        {
            await output.WriteLineAsync($"  {row.Table}: {Name(row)}; {Writer("call", call)}; {Writer("golden call", golden)}");
            foreach (var cell in row.Cells)
            {
                await output.WriteLineAsync(
                    $"    {cell.Column} ({ExplainedText.Word(cell.Equality)}): {Shown(cell.Final)}, golden {Shown(cell.Golden)}");
            }
        }

        if (explanation.First is { } first)
        {
            await output.WriteLineAsync(first.Call is { } at
                ? $"\nThe first difference: call {at}, {first.Name}{(first.GoldenCall is { } beside ? $", beside golden call {beside}" : "")}"
                : $"\nThe first difference: golden call {first.GoldenCall}, {first.Name}, was not made");
        }
    }

    private async Task WriteNextAsync(TextWriter output)
    {
        await output.WriteLineAsync("\nWhere to look next");
        foreach (var line in Advice())
        {
            await output.WriteLineAsync($"  - {line}");
        }

        foreach (var tool in tools)
        {
            await tool.WriteAsync(output, "  ");
        }
    }

    private List<string> Advice()
    {
        var lines = new List<string>();
        if (explanation.Contradicted)
        {
            lines.Add(
                "The recorded verdict is not the judge's. 'filter' judges again; if the judge is wrong, docs/funnel.md has the rule and ARCHITECTURE.md the class.");
        }

        if (explanation.ContradictedCalls.Count > 0)
        {
            lines.Add(
                $"The environment gives other results than the conversation holds for calls {string.Join(", ", explanation.ContradictedCalls)}: it was made anew since, or they were not its own.");
        }

        lines.Add(explanation.Judged.Stage switch
        {
            null => "The trajectory is accepted; no stage failed.",
            FunnelStage.Validity => $"The rule '{explanation.Judged.Reason}' is about the conversation's form; docs/funnel.md gives its reason and its bound.",
            FunnelStage.StateAlignment =>
                "If the golden call is right, the agent was wrong. If a call gave a wrong result, its program is wrong: the evidence stands below, and --overrides corrects it.",
            _ => "The calls are not the golden ones. 'filter --read-only-match equivalent' accepts another order where no state changed.",
        });
        lines.Add(
            $"'explain {explanation.Task}' says where each value of the golden path comes from; 'environment describe --domain {explanation.Domain}' has the whole environment.");
        return lines;
    }

    private static string Words(Verdict verdict) =>
        verdict.Accepted ? "accepted" : $"rejected at {ExplainedText.Word(verdict.Stage!.Value)}, {verdict.Reason} ({verdict.Detail})";

    private static string Stages(Verdict verdict)
    {
        static string Word(bool? held) => held switch { true => "held", false => "failed", null => "does not apply" };
        return $"validity {Word(verdict.Stages.Validity)}, state alignment {Word(verdict.Stages.StateAlignment)}, exact match {Word(verdict.Stages.ExactMatch)}, answer {Word(verdict.Stages.Answer)}";
    }

    private static string Name(RowDifference row) => row.Kind switch
    {
        RowDifferenceKind.Missing => $"{row.GoldenKey?.ToJson()} is missing",
        RowDifferenceKind.Extra => $"{row.Key?.ToJson()} is not golden",
        _ => row.Key == row.GoldenKey ? $"{row.Key?.ToJson()} differs" : $"{row.Key?.ToJson()}, golden {row.GoldenKey?.ToJson()}, differs",
    };

    private static string Writer(string what, int? index) => index is { } call ? $"{what} {call} wrote it" : $"no {what} wrote it";

    private static string Shown(AgentScaler.Environments.Values.Value? value) => value is { } given ? ExplainedText.Cut(given.ToJson()) : "nothing";
}
