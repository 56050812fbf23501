namespace AgentScaler.Traces.Tests;

/// <summary>The traces of a run over separate processes, the bus, gRPC and the database.</summary>
public sealed class StackTests(StackRun run) : IClassFixture<StackRun>
{
    [Fact]
    public void One_trace_leads_through_every_service()
    {
        run.Evidence.OneTraceLeadsFromTheFirstMessageToTheLast("collect", "cluster", "materialize_domain", "generate_tasks", "build_datasets", "train",
            "end_run");
        var services = run.Evidence.Spans.Where(span => span.TraceId == run.Evidence.RunTrace).Select(span => span.Service).Distinct()
            .Order(StringComparer.Ordinal);
        Assert.Equal(
            ["agentscaler-clustering", "agentscaler-collection", "agentscaler-filtering", "agentscaler-gateway", "agentscaler-materialization",
                "agentscaler-tasks", "agentscaler-training"],
            services);
    }

    [Fact]
    public void The_database_stands_in_it() =>
        Assert.Contains(run.Evidence.Spans, span => span.TraceId == run.Evidence.RunTrace && span.Source == "MongoDB.Driver");

    [Fact]
    public void A_policy_is_asked_over_gRPC_in_the_trace_of_its_episode()
    {
        var asked = run.Evidence.Spans.Where(span => span.Name == "chat stage1").ToList();
        Assert.NotEmpty(asked);
        Assert.All(asked, chat => Assert.Contains(
            run.Evidence.Spans,
            span => span.Service == "agentscaler-training"
                && span.TraceId == chat.TraceId
                && span.Name.Contains("PolicyService/Generate", StringComparison.Ordinal)));
    }

    [Fact]
    public void No_span_is_an_orphan() => run.Evidence.NoSpanIsAnOrphan();

    [Fact]
    public void Every_episode_has_its_own_trace_linked_to_the_run_and_tagged_with_it() =>
        run.Evidence.EveryEpisodeHasItsOwnTraceLinkedToTheRunAndTaggedWithIt(StackRun.Run);

    [Fact]
    public void Every_tool_call_and_every_model_request_has_its_span() => run.Evidence.EveryToolCallAndEveryModelRequestHasItsSpan(run.Requests);

    [Fact]
    public void Nothing_that_was_said_and_no_key_is_in_a_span() => run.Evidence.NothingThatWasSaidIsInASpan(OneProcessRun.Secret, StackRun.ApiKey);

    [Fact]
    public void Nothing_that_was_said_and_no_key_is_in_a_log() => run.Evidence.NothingThatWasSaidIsIn(run.Logs, OneProcessRun.Secret, StackRun.ApiKey);
}
