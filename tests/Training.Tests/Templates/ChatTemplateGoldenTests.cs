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
        foreach (var node in Golden.Read("template-cases.json")["cases"]!.AsArray())
        {
            var messages = node!["messages"].Deserialize<List<ChatMessage>>(ContractJson.Options)!;
            var tools = node["tools"]!.GetValue<string>();
            var rendered = node["prompt"]!.GetValue<bool>() ? ChatTemplate.RenderPrompt(messages, tools) : ChatTemplate.Render(messages, tools);
            Assert.Equal(node["text"]!.GetValue<string>(), rendered.Text);
        }
    }
}
