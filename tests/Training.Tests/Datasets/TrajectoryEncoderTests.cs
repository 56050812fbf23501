using AgentScaler.Pipeline.Options;
using AgentScaler.Training.Datasets;
using AgentScaler.Training.Templates;
using AgentScaler.Training.Tokenization;
using AgentScaler.Trajectories;
using CsCheck;

namespace AgentScaler.Training.Tests.Datasets;

public class TrajectoryEncoderTests
{
    private static readonly Tokenizer Tokenizer = TokenizerFile.Load(Golden.PathOf("tokenizer.json"));

    private static EncodingResult Encode(DatasetRow row, EncodingOptions? options = null) => new TrajectoryEncoder(Tokenizer, options ?? new EncodingOptions())
        .Encode(row);

    [Fact]
    public void Trained_are_the_assistants_words_and_calls_through_the_end_of_the_turn_and_nothing_else()
    {
        var result = Encode(SampleRows.One(3));
        var trained = new TrajectoryEncoder(Tokenizer, new EncodingOptions()).Trained(result.Row!);
        Assert.Equal(
            "<tool_call>\n{\"name\": \"get_order\", \"arguments\": {\"order_id\": \"W121\"}}\n</tool_call><|im_end|>"
            + "<tool_call>\n{\"name\": \"cancel_order\", \"arguments\": {\"order_id\": \"W121\", \"reason\": \"ordered by mistake\"}}\n</tool_call><|im_end|>"
            + "Order W121 is cancelled.<|im_end|>",
            trained);
    }

    [Fact]
    public void The_ids_are_those_of_the_whole_rendering()
    {
        var row = SampleRows.One(5);
        var rendered = ChatTemplate.Render(row.Messages, row.Tools).Text;
        Assert.Equal(Tokenizer.Encode(rendered)[..^1], Encode(row).Row!.InputIds);
    }

    [Fact]
    public void Labels_are_the_ids_where_trained_and_minus_100_elsewhere_whatever_the_conversation() =>
        (from turns in Gen.Int[0, 4]
         from texts in Gen.String[0, 12].Array[12]
         from calls in Gen.Bool.Array[4]
         select (turns, texts, calls)).Sample(
            c =>
            {
                var messages = new List<ChatMessage> { ChatMessage.System(c.texts[0]) };
                for (var t = 0; t < c.turns; t++)
                {
                    messages.Add(ChatMessage.User(c.texts[1 + t]));
                    messages.Add(c.calls[t]
                        ? ChatMessage.Assistant(c.texts[5 + t], [SampleRows.Call(t + 1, "get_order", """{"order_id":"W1"}""")])
                        : ChatMessage.Assistant(c.texts[5 + t]));
                }

                var result = Encode(SampleRows.One(0) with { Messages = messages });
                if (c.turns == 0)
                {
                    Assert.Equal("no_trained_tokens", result.Rejected);
                    return;
                }

                var row = result.Row!;
                Assert.Equal(row.InputIds.Length, row.Labels.Length);
                Assert.All(row.Labels.Zip(row.InputIds), p => Assert.True(p.First == EncodedRow.Ignored || p.First == p.Second));
                Assert.Equal(row.NLoss, row.Labels.Count(l => l != EncodedRow.Ignored));
                var ends = row.InputIds.Zip(row.Labels).Count(p => p.First == Tokenizer.IdOf(SpecialTokens.TurnEnd) && p.Second != EncodedRow.Ignored);
                // A text may hold the mark itself; it never holds fewer.
                Assert.True(ends >= c.turns);
            },
            iter: 300, threads: 1);

    [Fact]
    public void What_is_too_long_is_cut_after_its_last_whole_turn_of_the_assistant()
    {
        var whole = Encode(SampleRows.One(2)).Row!;
        var end = Tokenizer.IdOf(SpecialTokens.TurnEnd);
        for (var limit = 100; limit < whole.InputIds.Length; limit += 7)
        {
            var result = Encode(SampleRows.One(2), new EncodingOptions { MaxLength = limit });
            if (result.Row is null)
            {
                Assert.Equal("too_long", result.Rejected);
                continue;
            }

            Assert.True(result.Truncated);
            Assert.InRange(result.Row.InputIds.Length, 1, limit);
            Assert.Equal(end, result.Row.Labels[^1]);
            Assert.Equal(whole.InputIds[..result.Row.InputIds.Length], result.Row.InputIds);
        }
    }

    [Fact]
    public void Reasoning_is_trained_only_where_asked()
    {
        var row = SampleRows.One(0) with { Messages = [ChatMessage.User("Hi"), ChatMessage.Assistant("Hello.") with { ReasoningContent = "A greeting." }] };
        Assert.DoesNotContain("A greeting", Tokenizer.Decode(Encode(row).Row!.InputIds), StringComparison.Ordinal);
        var options = new EncodingOptions { TrainReasoning = true };
        Assert.Equal("<think>\nA greeting.\n</think>\n\nHello.<|im_end|>", new TrajectoryEncoder(Tokenizer, options).Trained(Encode(row, options).Row!));
    }

    [Fact]
    public void Without_reasoning_no_thought_stands_in_the_context_wherever_it_was_kept()
    {
        var row = SampleRows.One(0) with
        {
            Messages = [ChatMessage.User("Hi"), ChatMessage.Assistant("<think>secret</think>Hello."), ChatMessage.User("And?"),
            ChatMessage.Assistant("secret</think>Done.")]
        };
        var encoded = Encode(row).Row!;
        Assert.DoesNotContain("secret", Tokenizer.Decode(encoded.InputIds), StringComparison.Ordinal);
        Assert.Equal("Hello.<|im_end|>Done.<|im_end|>", new TrajectoryEncoder(Tokenizer, new EncodingOptions()).Trained(encoded));
    }

    [Fact]
    public void Turns_without_a_thought_train_no_empty_block_where_others_think()
    {
        var row = SampleRows.One(0) with
        {
            Messages = [ChatMessage.User("Hi"), ChatMessage.Assistant("Hello.")
            with { ReasoningContent = "A greeting." }, ChatMessage.User("And?"), ChatMessage.Assistant("Done.")]
        };
        var options = new EncodingOptions { TrainReasoning = true };
        Assert.Equal("<think>\nA greeting.\n</think>\n\nHello.<|im_end|>Done.<|im_end|>",
            new TrajectoryEncoder(Tokenizer, options).Trained(Encode(row, options).Row!));
    }

    [Fact]
    public void Fewer_tools_are_offered_but_always_those_that_are_called()
    {
        var text = Tokenizer.Decode(Encode(SampleRows.One(0), new EncodingOptions { MaxTools = 2 }).Row!.InputIds);
        Assert.Contains("\"name\": \"get_order\"", text, StringComparison.Ordinal);
        Assert.Contains("\"name\": \"cancel_order\"", text, StringComparison.Ordinal);
        Assert.DoesNotContain("list_orders", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Shards_read_back_and_a_changed_one_is_refused()
    {
        using var folder = new TemporaryFolder();
        var data = EncodedDataset.Of(new TrajectoryEncoder(Tokenizer, new EncodingOptions()), SampleRows.Make(7));
        var manifest = ShardFiles.Write(folder.Path, data, Tokenizer, new EncodingOptions(), ChatTemplate.Version, rowsPerShard: 3);
        Assert.Equal([3, 3, 1], manifest.Shards.Select(s => s.Samples));
        var (_, rows) = ShardFiles.Read(folder.Path);
        Assert.Equal(data.Rows.Select(r => r.InputIds), rows.Select(r => r.InputIds));
        File.AppendAllText(folder["shard-00001.jsonl"], " ");
        Assert.Contains("shard-00001", Assert.Throws<InvalidDataException>(() => ShardFiles.Read(folder.Path)).Message, StringComparison.Ordinal);
    }
}
