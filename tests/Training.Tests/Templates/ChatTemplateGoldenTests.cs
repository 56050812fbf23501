using System.Text.Json;
using AgentScaler.Tools;
using AgentScaler.Training.Templates;
using AgentScaler.Trajectories;

namespace AgentScaler.Training.Tests.Templates;

public class ChatTemplateGoldenTests
{
    [Fact]
    public void Every_conversation_is_rendered_to_the_byte_as_transformers_renders_it()
    {
        foreach (var (node, rendered) in Cases())
        {
            Assert.Equal(node["text"]!.GetValue<string>(), rendered.Text);
        }
    }

    [Fact]
    public void What_is_trained_is_what_the_checkpoints_template_marks_as_generated()
    {
        foreach (var (node, rendered) in Cases())
        {
            var at = 0;
            var trained = new List<(int, int)>();
            foreach (var piece in rendered.Pieces)
            {
                var length = piece.Text.EnumerateRunes().Count();
                if (piece.Trained)
                {
                    trained.Add((at, at + length));
                }
                at += length;
            }

            Assert.Equal(node["said"]!.AsArray().Select(s => (s![0]!.GetValue<int>(), s[1]!.GetValue<int>())), trained);
        }
    }

    public static TheoryData<string, string?, string, string> Turns => new()
    {
        // What the message holds, what it thought by field, the prompt's end, what is trained behind it.
        { "Done.", null, "<think>\n\n</think>\n\n", "Done.<|im_end|>" },
        { "Done.", "", "<think>\n\n</think>\n\n", "Done.<|im_end|>" },
        { "Done.", "\n", "<think>\n\n</think>\n\n", "Done.<|im_end|>" },
        { "Done.", "because", "assistant\n", "<think>\nbecause\n</think>\n\nDone.<|im_end|>" },
        { "<think>\nhm\n</think>\n\nDone.", null, "assistant\n", "<think>\nhm\n</think>\n\nDone.<|im_end|>" },
        { "hm\n</think>\n\nDone.", null, "assistant\n", "<think>\nhm\n</think>\n\nDone.<|im_end|>" },
        { "</think>Done.", null, "<think>\n\n</think>\n\n", "Done.<|im_end|>" },
        { "<think>a</think>b</think>Done.", null, "assistant\n", "<think>\nab\n</think>\n\nDone.<|im_end|>" },
        { "left over</think>Done.", "because", "assistant\n", "<think>\nbecause\n</think>\n\nDone.<|im_end|>" },
    };

    [Theory, MemberData(nameof(Turns))]
    public void A_turn_is_trained_from_where_its_prompt_ends(string content, string? reasoning, string promptEnd, string trained)
    {
        ChatMessage[] before = [ChatMessage.User("Hi")];
        var rendered = ChatTemplate.Render([.. before, ChatMessage.Assistant(content) with { ReasoningContent = reasoning }], null);
        Assert.Equal(trained, Assert.Single(rendered.Pieces, p => p.Trained).Text);
        Assert.EndsWith(promptEnd, rendered.Pieces[0].Text, StringComparison.Ordinal);

        // The same prompt is what an agent that thinks, or does not, is asked with.
        Assert.Equal(ChatTemplate.RenderPrompt(before, null, reasoning: promptEnd == "assistant\n").Text, rendered.Pieces[0].Text);
    }

    [Fact]
    public void A_conversation_without_its_thoughts_opens_every_turn_as_its_prompt_does()
    {
        ChatMessage[] messages =
        [
            ChatMessage.User("Hi"), ChatMessage.Assistant("<think>x</think>Hello.")
                with { ReasoningContent = "y" }, ChatMessage.User("And?"), ChatMessage.Assistant("z</think>Done."),
        ];
        var text = ChatTemplate.Render(ChatTemplate.WithoutReasoning(messages), null).Text;
        Assert.Equal(2, text.Split("<think>\n\n</think>\n\n").Length - 1);
        Assert.All((string[])["x", "y", "z<"], thought => Assert.DoesNotContain(thought, text, StringComparison.Ordinal));
    }

    [Fact]
    public void A_checkpoint_that_thinks_says_so_in_its_template()
    {
        Assert.Contains("if enable_thinking is defined else false", ChatTemplate.JinjaFor(reasoning: false), StringComparison.Ordinal);
        Assert.Contains("if enable_thinking is defined else true", ChatTemplate.JinjaFor(reasoning: true), StringComparison.Ordinal);
    }

    private static IEnumerable<(System.Text.Json.Nodes.JsonNode Node, RenderedConversation Rendered)> Cases()
    {
        foreach (var node in Golden.Read("template-cases.json")["cases"]!.AsArray())
        {
            var messages = node!["messages"].Deserialize<List<ChatMessage>>(ContractJson.Options)!;
            var tools = node["tools"]!.GetValue<string>();
            yield return (node, node["prompt"]!.GetValue<bool>() ? ChatTemplate.RenderPrompt(messages, tools) : ChatTemplate.Render(messages, tools));
        }
    }
}
