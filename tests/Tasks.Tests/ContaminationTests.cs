using AgentScaler.Environments.Values;
using AgentScaler.Fixtures;
using AgentScaler.Pipeline.Options;
using AgentScaler.Tasks.Checks;
using AgentScaler.Trajectories;

namespace AgentScaler.Tasks.Tests;

public sealed class ContaminationTests
{
    private const string Benchmark = "Please cancel the order that I placed on the third of March for the blue rain jacket";

    [Fact]
    public void An_intent_copied_from_a_benchmark_is_near_it_and_another_is_not()
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, $$"""{"question":[[{"role":"user","content":"{{Benchmark}}"}]]}""" + "\n");
            var contamination = Contamination.Load([file]);
            Assert.Equal(1, contamination.WordOverlap(Benchmark));
            Assert.True(contamination.IsNear(Benchmark + " Thanks.", []));
            Assert.False(contamination.IsNear("I would like to know the status of the shipment that leaves Oslo on Friday evening", []));
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Theory]
    [InlineData("""{"messages":[{"tool_calls":[{"function":{"name":"cancel_order","arguments":"{\"order_id\":\"ORD-7\",\"reason\":\"late\"}"}}]}]}""")]
    [InlineData("""{"golden_calls":[{"name":"cancel_order","arguments":{"reason":"late","order_id":"ORD-7"}}]}""")]
    [InlineData("""{"ground_truth":[{"cancel_order":{"order_id":["ORD-7"],"reason":["late","too late"]}}]}""")]
    [InlineData("""{"ground_truth":[["cancel_order(order_id='ORD-7', reason=\"late\")"]]}""")]
    public void The_same_call_with_the_same_values_is_near_whatever_form_the_benchmark_has(string entry)
    {
        var contamination = Loaded(entry);
        Assert.Equal(1, contamination.CallOverlap([Call("cancel_order", "ORD-7", "late")]));
        Assert.True(contamination.IsNear("Please cancel it.", [Call("cancel_order", "ORD-7", "late")]));
        Assert.Equal(0.5, contamination.CallOverlap([Call("cancel_order", "ORD-7", "late"), Call("ship_order", "ORD-9", "soon")]));
        Assert.Equal(0, contamination.CallOverlap([Call("cancel_order", "ORD-8", "late")]));
        Assert.Equal(0, contamination.CallOverlap([new GoldenCall("cancel_order", Value.EmptyObject)]));
    }

    [Fact]
    public void Near_tasks_are_counted_and_left_out_only_where_asked_for()
    {
        var all = new TaskGenerator().Generate(ShopDomain.Environment, ShopDomain.Domain, new TaskOptions { CoverageExtra = 0 }, 0);
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, Value.Object(
                ("golden_calls", Value.From(all.Tasks[0].GoldenCalls.Select(c => Value.Object(("name", c.Name), ("arguments", c.Arguments)))))).ToJson());
            var options = new TaskOptions { CoverageExtra = 0, BenchmarkFiles = [file] };
            var kept = new TaskGenerator().Generate(ShopDomain.Environment, ShopDomain.Domain, options with { ExcludeNear = false }, 0);
            var left = new TaskGenerator().Generate(ShopDomain.Environment, ShopDomain.Domain, options, 0);

            Assert.Equal(all.Tasks.Select(t => t.Id), kept.Tasks.Select(t => t.Id));
            Assert.True(kept.Figures.NearBenchmarks > 0);
            Assert.DoesNotContain(all.Tasks[0].Id, left.Tasks.Select(t => t.Id));
            Assert.Equal(left.Figures.NearBenchmarks, left.Figures.Dropped["near_benchmark"]);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static GoldenCall Call(string name, string order, string reason) => new(name, Value.Object(("order_id", order), ("reason", reason)));

    private static Contamination Loaded(string entry)
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, entry);
            return Contamination.Load([file]);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void A_benchmark_file_that_is_not_there_is_named()
    {
        var missing = Assert.Throws<FileNotFoundException>(() => Contamination.Load(["no-such-benchmark.json"]));
        Assert.Contains("no-such-benchmark.json", missing.Message, StringComparison.Ordinal);
    }
}
