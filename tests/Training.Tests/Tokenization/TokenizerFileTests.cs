using System.Text;
using System.Text.Json.Nodes;
using AgentScaler.Language;
using AgentScaler.Training.Tokenization;
using CsCheck;

namespace AgentScaler.Training.Tests.Tokenization;

public class TokenizerFileTests
{
    private static JsonObject File() => Golden.Read("tokenizer.json");

    private static Tokenizer Parse(JsonObject file) => TokenizerFile.Parse(Encoding.UTF8.GetBytes(file.ToJsonString()));

    [Fact]
    public void Merges_as_text_and_as_pairs_mean_the_same()
    {
        var (texts, pairs) = (File(), File());
        var merges = texts["model"]!["merges"]!.AsArray()
            .Select(m => m is JsonArray pair ? ($"{pair[0]}", $"{pair[1]}") : (m!.ToString().Split(' ')[0], m.ToString().Split(' ')[1])).ToList();
        texts["model"]!["merges"] = new JsonArray([.. merges.Select(m => (JsonNode)$"{m.Item1} {m.Item2}")]);
        pairs["model"]!["merges"] = new JsonArray([.. merges.Select(m => (JsonNode)new JsonArray(m.Item1, m.Item2))]);
        Assert.Equal(Parse(texts).Encode("order pending"), Parse(pairs).Encode("order pending"));
    }

    [Theory]
    [InlineData("model", "type", "\"Unigram\"", "Unigram")]
    [InlineData("model", "byte_fallback", "true", "SentencePiece")]
    [InlineData("model", "merges", "[\"q zz\"]", "merges[0]")]
    [InlineData("normalizer", "type", "\"Lowercase\"", "Lowercase")]
    public void What_is_not_byte_level_BPE_is_refused_with_the_place(string section, string member, string value, string named)
    {
        var file = File();
        file[section]![member] = JsonNode.Parse(value);
        Assert.Contains(named, Assert.Throws<TokenizerException>(() => Parse(file)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Broken_files_are_named()
    {
        using var folder = new TemporaryFolder();
        System.IO.File.WriteAllText(folder["tokenizer.json"], "{\"model\":");
        Assert.Contains(folder["tokenizer.json"], Assert.Throws<TokenizerException>(() => TokenizerFile.Load(folder.Path)).Message, StringComparison.Ordinal);
        Assert.Throws<TokenizerException>(() => TokenizerFile.Load(folder["absent"]));
    }

    [Fact]
    public void Any_normalized_text_comes_back_from_its_ids()
    {
        var tokenizer = Parse(File());
        Gen.String.Sample(
            text =>
            {
                var normal = CanonicalForm.Compose(string.Concat(text.EnumerateRunes()));
                Assert.Equal(normal, tokenizer.Decode(tokenizer.Encode(normal)));
            },
            iter: 2000, threads: 1);
    }

    [Theory]
    [InlineData("called Weber, please", "{\"name\": \"Weber\"}", "Weber")]
    [InlineData("on 23 February 2026", "\"2026-02-23\"", "2026")]
    [InlineData("at Cafe\u0323 now", "(Cafe\u0323)", "Cafe\u0323")]
    public void In_a_learnt_vocabulary_a_word_is_the_same_tokens_wherever_it_stands(string sentence, string json, string word)
    {
        var tokenizer = BpeTrainer.Train([sentence, sentence, json], 300, PreTokenizer.WordPattern, SpecialTokens.All);
        var ids = string.Join(' ', tokenizer.Encode(word));
        Assert.Contains($" {ids} ", $" {string.Join(' ', tokenizer.Encode(sentence))} ", StringComparison.Ordinal);
        Assert.Contains($" {ids} ", $" {string.Join(' ', tokenizer.Encode(json))} ", StringComparison.Ordinal);
    }

    [Fact]
    public void A_vocabulary_is_learnt_the_same_way_every_time_and_never_across_special_tokens()
    {
        string[] texts = ["aaab<|im_end|>aaab", "aaab aaab"];
        var tokenizer = BpeTrainer.Train(texts, 300, PreTokenizer.QwenPattern, SpecialTokens.All);
        Assert.Equal(TokenizerFile.HashOf(tokenizer), TokenizerFile.HashOf(BpeTrainer.Train(texts, 300, PreTokenizer.QwenPattern, SpecialTokens.All)));
        Assert.Equal("a", tokenizer.Definition.Merges[0].Left);
        Assert.DoesNotContain(tokenizer.Definition.Vocabulary.Keys, k => k.Contains('|', StringComparison.Ordinal) && k.Length > 1);
        Assert.Equal(tokenizer.VocabularySize, tokenizer.Definition.Vocabulary.Count + SpecialTokens.All.Count);
    }
}
