using AgentScaler.Pipeline.Options;
using AgentScaler.Training.Policies;
using AgentScaler.Training.Stages;
using AgentScaler.Trajectories;
using AgentScaler.Trajectories.Policies;

namespace AgentScaler.Training.Tests.Policies;

public sealed class PolicySessionTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _checkpoint;

    public PolicySessionTests()
    {
        var options = new TrainingOptions
        {
            Model = "nano",
            VocabularySize = 400,
            Encoding = new EncodingOptions { MaxLength = 1024 },
            Stage1 = new OptimizationOptions { Steps = 10, TokensPerMicroBatch = 2048, SaveSteps = 0, LearningRate = 5e-3, Threads = 1 },
        };
        new TrainingStage().Run(new TrainingStageInput(1, "stage1", SampleRows.Make(8), [], null, _folder["c"], _folder["w"], options, 1), null, null, Stop);
        _checkpoint = _folder["c/stage1"];
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    private static PolicyRequest Request(int turn, double temperature = 0) =>
        new("stage1", [.. SampleRows.One(turn).Messages.Take(2 + turn % 3 * 2)], SampleRows.Tools, turn) { Temperature = temperature, MaxTokens = 40 };

    [Fact]
    public async Task A_reply_depends_on_its_request_alone_not_on_what_is_served_beside_it()
    {
        var requests = Enumerable.Range(0, 9).Select(i => Request(i, i % 2 == 0 ? 0 : 0.8)).ToList();
        var alone = new List<PolicyReply>();
        await using (var one = new PolicySession(_checkpoint, 4, 1))
        {
            foreach (var request in requests)
            {
                alone.Add(await one.GenerateAsync(request, Stop));
            }
        }

        await using var many = new PolicySession(_checkpoint, 4, 1);
        var together = await Task.WhenAll(requests.AsEnumerable().Reverse().Select(r => many.GenerateAsync(r, Stop)));
        Assert.Equal(alone.Select(Text), together.Reverse().Select(Text));
        // Once more, now that slots hold earlier prompts.
        together = await Task.WhenAll(requests.Select(r => many.GenerateAsync(r, Stop)));
        Assert.Equal(alone.Select(Text), together.Select(Text));

        static string Text(PolicyReply reply) => System.Text.Json.JsonSerializer.Serialize(reply);
    }

    [Fact]
    public async Task Cached_generation_takes_the_tokens_that_the_whole_forward_pass_prefers()
    {
        using var model = AgentScaler.Training.Models.Checkpoint.Load(_checkpoint, TorchSharp.torch.CPU);
        var tokenizer = AgentScaler.Training.Models.Checkpoint.LoadTokenizer(_checkpoint, model.Config);
        var prompt = tokenizer.Encode(string.Concat(Enumerable.Repeat("order W100 is pending. ", 12)));
        using var decoder = new SequenceDecoder(model, 2);
        var cached = decoder.Prefill(0, prompt);
        for (var i = 0; i < 5; i++)
        {
            using var scope = TorchSharp.torch.NewDisposeScope();
            var whole = model.Logits(TorchSharp.torch.tensor(prompt.Select(t => (long)t).ToArray()).view(1, -1))[0, -1].data<float>().ToArray();
            for (var v = 0; v < whole.Length; v += 7)
            {
                Assert.Equal(whole[v], cached[v], 1e-3);
            }
            var next = Array.IndexOf(whole, whole.Max());
            cached = decoder.Step([next, 0], [prompt.Count, 0])[..whole.Length];
            prompt.Add(next);
        }
    }

    [Fact]
    public async Task A_cancelled_request_frees_its_slot()
    {
        await using var session = new PolicySession(_checkpoint, 1, 1);
        using var cancel = new CancellationTokenSource();
        var long1 = session.GenerateAsync(Request(0, 5) with { MaxTokens = 4000 }, cancel.Token);
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => long1);
        Assert.InRange((await session.GenerateAsync(Request(1), Stop)).CompletionTokens, 1, 40);
    }

    [Theory]
    [InlineData(40, 0)]
    [InlineData(60, 5)]
    [InlineData(120, 1)]
    public async Task A_call_that_must_come_comes_whole_whatever_the_model_would_say(int tokens, double temperature)
    {
        // Neither greeting nor temperature leads this model to a call, or to its end within the tokens.
        var request = new PolicyRequest("stage1", [ChatMessage.User("Good morning!")], SampleRows.Tools, 7)
        {
            Temperature = temperature,
            MaxTokens = tokens,
            MustCall = true
        };
        await using var session = new PolicySession(_checkpoint, 2, 1);
        foreach (var seed in Enumerable.Range(0, 4))
        {
            var reply = await session.GenerateAsync(request with { Seed = seed }, Stop);
            Assert.InRange(reply.CompletionTokens, 1, tokens);
            var call = reply.Message.ToolCalls![0].Function;
            var arguments = System.Text.Json.Nodes.JsonNode.Parse(call.Arguments)!.AsObject();
            Assert.True(call.Name == "list_orders" || arguments.ContainsKey("order_id"), $"{call.Name} {call.Arguments}");
        }
    }

    [Fact]
    public async Task Only_the_tools_that_may_be_called_are_and_one_call_at_most_where_that_is_asked()
    {
        await using var session = new PolicySession(_checkpoint, 2, 1);
        var request = Request(0, 3) with { MustCall = true, Callable = ["list_orders"], SingleCall = true, MaxTokens = 100 };
        foreach (var seed in Enumerable.Range(0, 4))
        {
            var reply = await session.GenerateAsync(request with { Seed = seed }, Stop);
            Assert.Equal(("tool_calls", "list_orders"), (reply.FinishReason, Assert.Single(reply.Message.ToolCalls!).Function.Name));
        }
    }

    [Theory]
    [InlineData(5, "cancel_order", "does not fit into 5 tokens")]
    [InlineData(90, "sing", "'sing'")]
    public async Task A_call_that_cannot_come_is_refused(int tokens, string callable, string reason)
    {
        await using var session = new PolicySession(_checkpoint, 1, 1);
        var request = Request(0) with { MustCall = true, Callable = [callable], MaxTokens = tokens };
        Assert.Contains(reason, (await Assert.ThrowsAsync<ArgumentException>(() => session.GenerateAsync(request, Stop))).Message, StringComparison.Ordinal);
        var without = await Assert.ThrowsAsync<ArgumentException>(() => session.GenerateAsync(Request(0) with { MustCall = true, Tools = "[]" }, Stop));
        Assert.Contains("none is on offer", without.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_conversation_longer_than_the_model_ends_with_length()
    {
        await using var session = new PolicySession(_checkpoint, 1, 1);
        var reply = await session.GenerateAsync(Request(0) with { Messages = [ChatMessage.User(string.Concat(Enumerable.Repeat("order ", 20_000)))] }, Stop);
        Assert.Equal(("length", 0), (reply.FinishReason, reply.CompletionTokens));
    }
}
