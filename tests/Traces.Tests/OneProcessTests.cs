namespace AgentScaler.Traces.Tests;

/// <summary>A whole run of the command line, bus in memory and SQLite, and the telemetry it sends while it works.</summary>
public sealed class OneProcessTests(OneProcessRun run) : IClassFixture<OneProcessRun>
{
    [Fact]
    public void One_trace_leads_from_the_first_message_to_the_trained_checkpoint() =>
        run.Evidence.OneTraceLeadsFromTheFirstMessageToTheLast("collect", "cluster", "materialize_domain", "generate_tasks", "build_datasets", "train",
            "end_run");

    [Fact]
    public void No_span_is_an_orphan() => run.Evidence.NoSpanIsAnOrphan();

    [Fact]
    public void Every_episode_has_its_own_trace_linked_to_the_run_and_tagged_with_it() =>
        run.Evidence.EveryEpisodeHasItsOwnTraceLinkedToTheRunAndTaggedWithIt("workspace");

    [Fact]
    public void Every_tool_call_and_every_model_request_has_its_span() => run.Evidence.EveryToolCallAndEveryModelRequestHasItsSpan(run.Requests);

    [Fact]
    public void Traces_jsonl_leads_from_tools_domains_tasks_and_checkpoints_to_the_run()
    {
        var objects = new[] { "tools.jsonl", "domains.jsonl", "tasks.jsonl" }.SelectMany(run.Ids).ToList();
        Assert.NotEmpty(objects);
        run.Evidence.ToolsDomainsTasksAndCheckpointsLeadToTheRun(objects.Append("stage1"));
    }

    [Fact]
    public void Nothing_that_was_said_and_no_key_is_in_a_span() => run.Evidence.NothingThatWasSaidIsInASpan(OneProcessRun.Secret);

    [Fact]
    public void A_service_that_looks_for_work_begins_no_trace() =>
        Assert.All(run.Evidence.Spans.Where(span => span.ParentId is null),
            span => Assert.True(span.Name is "start_run" or "rollout-requested receive", span.Name));

    [Fact]
    public void The_documented_metrics_arrive_with_their_units()
    {
        var documented = Documentation.Metrics().Where(metric => metric.Name != "agentscaler.work.dead").ToList();
        Assert.NotEmpty(documented);
        Assert.All(documented, metric => Assert.Equal(metric.Unit, run.Metrics.GetValueOrDefault(metric.Name) ?? $"{metric.Name} did not arrive"));
    }
}
