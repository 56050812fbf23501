using AgentScaler.Training.Tokenization;

namespace AgentScaler.Training.Tests.Tokenization;

public class TokenizerGoldenTests
{
    private static readonly Tokenizer Reference = TokenizerFile.Load(Golden.PathOf("tokenizer.json"));

    [Fact]
    public void Every_text_has_the_ids_that_tokenizers_gives_it()
    {
        foreach (var node in Golden.Read("tokenizer-cases.json")["cases"]!.AsArray())
        {
            var text = node!["text"]!.GetValue<string>();
            Assert.Equal(node["ids"]!.AsArray().Select(i => i!.GetValue<int>()), Reference.Encode(text));
        }
    }

    [Fact]
    public void Words_are_split_by_code_point_as_tokenizers_splits_them()
    {
        var splitter = new PreTokenizer([PreTokenizer.QwenPattern]);
        foreach (var node in Golden.Read("tokenizer-cases.json")["words"]!.AsArray())
        {
            Assert.Equal(node!["words"]!.AsArray().Select(w => w!.GetValue<string>()), splitter.Split(node["text"]!.GetValue<string>()));
        }
    }

    [Fact]
    public void Training_on_the_same_texts_learns_the_same_merges()
    {
        var texts = Golden.Read("tokenizer-cases.json")["training"]!.AsArray().Select(t => t!.GetValue<string>());
        var trained = BpeTrainer.Train(texts, 600 + SpecialTokens.All.Count, PreTokenizer.QwenPattern, SpecialTokens.All);
        Assert.Equal(Reference.Definition.Merges, trained.Definition.Merges);
        Assert.Equal(Reference.Definition.Vocabulary.OrderBy(p => p.Value), trained.Definition.Vocabulary.OrderBy(p => p.Value));
        Assert.Equal(Reference.Definition.AddedTokens, trained.Definition.AddedTokens);
    }

    [Fact]
    public void A_tokenizer_that_was_written_encodes_as_before()
    {
        var again = TokenizerFile.Parse(System.Text.Encoding.UTF8.GetBytes(TokenizerFile.Write(Reference.Definition)));
        Assert.Equal(TokenizerFile.HashOf(Reference), TokenizerFile.HashOf(again));
        const string text = "order W100 <tool_call>\n{\"name\": \"x\"}</tool_call> 東京 𝒜";
        Assert.Equal(Reference.Encode(text), again.Encode(text));
        Assert.Equal(text, again.Decode(again.Encode(text)));
    }
}
