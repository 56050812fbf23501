using AgentScaler.Training.Policies;
using AgentScaler.Training.Templates;
using AgentScaler.Training.Tokenization;

namespace AgentScaler.Training.Tests.Policies;

public class ReplyParserTests
{
    [Fact]
    public void What_a_template_renders_of_a_reply_reads_back_as_the_same_message()
    {
        foreach (var index in Enumerable.Range(0, 20))
        {
            var messages = SampleRows.One(index).Messages;
            var spoken = ChatTemplate.Render(messages, SampleRows.Tools).Pieces.Where(p => p.Trained).ToList();
            var expected = messages.Where(m => m.Role == "assistant").ToList();
            Assert.Equal(expected.Count, spoken.Count);
            for (var i = 0; i < expected.Count; i++)
            {
                var read = ReplyParser.Parse(spoken[i].Text, i);
                Assert.Equal(expected[i].Content, read.Content);
                Assert.Equal(expected[i].ToolCalls?[0].Function.Name, read.ToolCalls?[0].Function.Name);
                Assert.Equal(expected[i].ToolCalls?[0].Id, read.ToolCalls?[0].Id);
            }
        }
    }

    [Theory]
    [InlineData("Text\n<tool_call>\n{broken\n</tool_call><|im_end|>", "Text", 0)]
    [InlineData("<tool_call>\n{\"name\": \"f\", \"arguments\": {}}\n</tool_call>\n<tool_call>\n{\"name\": \"g\", \"argu", null, 1)]
    [InlineData("<think>\nhm\n</think>\n\nDone.<|im_end|>", "Done.", 0)]
    [InlineData("", "", 0)]
    public void Broken_replies_keep_what_is_whole(string text, string? content, int calls)
    {
        var message = ReplyParser.Parse(text, 0);
        Assert.Equal(content, message.Content);
        Assert.Equal(calls, message.ToolCalls?.Count ?? 0);
        Assert.DoesNotContain(SpecialTokens.TurnEnd, message.Content ?? "", StringComparison.Ordinal);
    }
}
