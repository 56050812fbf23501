using System.Text.Json.Nodes;
using AgentScaler.Pipeline.Options;
using AgentScaler.Training.Datasets;
using AgentScaler.Training.Models;
using AgentScaler.Trajectories;

namespace AgentScaler.Training.Tests.Datasets;

public class ContextShorteningTests
{
    private const string Tools = """
        [{"type":"function","function":{"name":"tag","description":"Tags a thing.","parameters":{"type":"object","properties":{"description":{"type":"string","description":"What it says."},"parts":{"type":"array","items":{"type":"object","properties":{"weight":{"type":"number","description":"In kg."}}}}},"required":["description"]}}}]
        """;

    [Fact]
    public void Without_descriptions_a_parameter_called_description_stays()
    {
        var function = JsonNode.Parse(ContextShortening.Shorten(Tools, new EncodingOptions { MaxDescription = 0 }))![0]!["function"]!;
        Assert.Equal(
            """{"name":"tag","parameters":{"type":"object","properties":{"description":{"type":"string"},"parts":{"type":"array","items":{"type":"object","properties":{"weight":{"type":"number"}}}}},"required":["description"]}}""",
            function.ToJsonString());
    }

    [Fact]
    public void Descriptions_are_cut_at_the_length_and_null_leaves_everything()
    {
        Assert.Equal("Tags",
            (string?)JsonNode.Parse(ContextShortening.Shorten(Tools, new EncodingOptions { MaxDescription = 4 }))![0]!["function"]!["description"]);
        Assert.Same(Tools, ContextShortening.Shorten(Tools, new EncodingOptions()));
    }

    [Fact]
    public void The_system_message_is_cut_between_code_points_or_left_out()
    {
        List<ChatMessage> messages = [ChatMessage.System("ab\U0001F600cd"), ChatMessage.User("hello")];
        Assert.Equal("ab", ContextShortening.Shorten(messages, new EncodingOptions { MaxSystem = 3 })[0].Content);
        Assert.Equal(["user"], ContextShortening.Shorten(messages, new EncodingOptions { MaxSystem = 0 }).Select(m => m.Role));
        Assert.Same(messages, ContextShortening.Shorten(messages, new EncodingOptions()));
    }

    [Fact]
    public void A_checkpoint_says_how_its_prompts_are_shortened()
    {
        using var folder = new TemporaryFolder();
        Assert.Equal(new EncodingOptions(), EncodingFile.Load(folder.Path));
        var options = new EncodingOptions { MaxSystem = 0, MaxDescription = 40 };
        options.Save(folder.Path);
        Assert.Equal(options, EncodingFile.Load(folder.Path));
        File.WriteAllText(Path.Combine(folder.Path, EncodingFile.Name), "{");
        Assert.Contains(EncodingFile.Name, Assert.Throws<CheckpointException>(() => EncodingFile.Load(folder.Path)).Message, StringComparison.Ordinal);
    }
}
