using System.Text.Json.Nodes;
using AgentScaler.Traces.Tests.Receiving;

namespace AgentScaler.Traces.Tests;

/// <summary>What a run left behind, its spans beside its files, and what must hold between them.</summary>
/// <param name="Spans">Every span that arrived.</param>
/// <param name="Trajectories">The lines of <c>trajectories.jsonl</c>.</param>
/// <param name="Traces">The lines of <c>traces.jsonl</c>.</param>
internal sealed record RunEvidence(IReadOnlyList<ReceivedSpan> Spans, IReadOnlyList<JsonNode> Trajectories, IReadOnlyList<JsonNode> Traces)
{
    /// <summary>The trace that the run began.</summary>
    public string RunTrace => Spans.Single(span => span.Name == "start_run").TraceId;

    private IReadOnlyDictionary<string, string> TraceOf => Traces.ToDictionary(line => (string)line["object"]!, line => (string)line["trace_id"]!);

    public void OneTraceLeadsFromTheFirstMessageToTheLast(params string[] spans) => Assert.All(spans, name =>
    {
        Assert.NotEmpty(Named(name));
        Assert.All(Named(name), span => Assert.Equal(RunTrace, span.TraceId));
    });

    public void NoSpanIsAnOrphan()
    {
        var known = Spans.Select(span => (span.TraceId, span.SpanId)).ToHashSet();
        Assert.All(Spans, span => Assert.True(
            span.ParentId is null
                || known.Contains((span.TraceId, span.ParentId)), $"{span.Service} {span.Source} '{span.Name}' has a parent that never arrived"));
    }

    public void EveryEpisodeHasItsOwnTraceLinkedToTheRunAndTaggedWithIt(string run)
    {
        Assert.NotEmpty(Trajectories);
        foreach (var trajectory in Trajectories)
        {
            var id = (string)trajectory["id"]!;
            // A message may be delivered twice; the episode that was recorded is the one that counts.
            var episode = Assert.Single(
                Named($"invoke_agent {trajectory["agent"]}"), span => span.Tag("gen_ai.conversation.id") == id && span.TraceId == TraceOf[id]);
            Assert.NotEqual(RunTrace, episode.TraceId);
            Assert.Equal([RunTrace], episode.LinkedTraces);
            Assert.Equal(run, episode.Tag("agentscaler.run.id"));
            Assert.Contains(Named("judge_trajectory"), span => span.Tag("agentscaler.trajectory.id") == id && span.TraceId == episode.TraceId);
        }
    }

    public void EveryToolCallAndEveryModelRequestHasItsSpan(int requests)
    {
        foreach (var trajectory in Trajectories)
        {
            var messages = trajectory["messages"]!.AsArray();
            var calls = messages.Where(m => (string?)m!["role"] == "tool").Select(m => (string)m!["tool_call_id"]!).Order(StringComparer.Ordinal);
            var trace = TraceOf[(string)trajectory["id"]!];
            var spans = Spans.Where(span => span.TraceId == trace && span.Tag("gen_ai.operation.name") == "execute_tool").ToList();
            Assert.Equal(calls, spans.Select(span => span.Tag("gen_ai.tool.call.id")!).Order(StringComparer.Ordinal));
        }

        Assert.Contains(Spans, span => span.Tag("gen_ai.operation.name") == "execute_tool");
        Assert.True(requests > 0);
        Assert.Equal(requests, Spans.Count(span => span.Name == $"chat {ModelEndpoint.Model}" && span.Tag("agentscaler.from_ledger") == "false"));
    }

    public void ToolsDomainsTasksAndCheckpointsLeadToTheRun(IEnumerable<string> objects) =>
        Assert.All(objects, id => Assert.Equal(RunTrace, TraceOf[id]));

    /// <summary>Neither what people and tools said nor a key stands in a span.</summary>
    public void NothingThatWasSaidIsInASpan(params string[] secrets)
    {
        var said = Said();
        Assert.All(Spans.SelectMany(span => span.Tags), tag =>
        {
            Assert.DoesNotContain(tag.Value, said);
            Assert.All(secrets, secret => Assert.DoesNotContain(secret, tag.Value, StringComparison.Ordinal));
            Assert.NotEqual("db.query.text", tag.Key);
        });
    }

    /// <summary>Neither what people and tools said nor a key stands in what the services wrote.</summary>
    public void NothingThatWasSaidIsIn(string logs, params string[] secrets)
    {
        Assert.Contains("agentscaler", logs, StringComparison.OrdinalIgnoreCase);
        Assert.All(Said().Concat(secrets), text => Assert.DoesNotContain(text, logs, StringComparison.Ordinal));
    }

    private HashSet<string> Said()
    {
        var said = Trajectories
            .SelectMany(t => t["messages"]!.AsArray())
            .Select(m => (string?)m!["content"])
            .OfType<string>()
            .Where(text => text.Length >= 12)
            .ToHashSet();
        Assert.NotEmpty(said);
        return said;
    }

    private IReadOnlyList<ReceivedSpan> Named(string name) => [.. Spans.Where(span => span.Name == name)];
}
