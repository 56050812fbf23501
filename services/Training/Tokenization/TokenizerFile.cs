using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace AgentScaler.Training.Tokenization;

/// <summary>Reads and writes Hugging Face's <c>tokenizer.json</c> for byte-level BPE.</summary>
public static class TokenizerFile
{
    public const string Name = "tokenizer.json";

    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Loads a <c>tokenizer.json</c>, or the one in a folder.</summary>
    /// <exception cref="TokenizerException">The file is missing, or is not byte-level BPE of a known kind.</exception>
    public static Tokenizer Load(string path)
    {
        var file = Directory.Exists(path) ? Path.Combine(path, Name) : path;
        try
        {
            return Parse(File.ReadAllBytes(file));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or TokenizerException)
        {
            throw new TokenizerException($"{file}: {exception.Message}", exception);
        }
    }

    /// <inheritdoc cref="Load"/>
    public static Tokenizer Parse(ReadOnlySpan<byte> json)
    {
        try
        {
            var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = 64 });
            using var document = JsonDocument.ParseValue(ref reader);
            return new Tokenizer(Read(document.RootElement));
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new TokenizerException($"This is not a tokenizer.json of byte-level BPE: {exception.Message}", exception);
        }
    }

    /// <summary>Returns the hash of a tokenizer's canonical form, which is independent of its file.</summary>
    public static string HashOf(Tokenizer tokenizer) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Write(tokenizer.Definition))));

    public static string Write(TokenizerDefinition definition)
    {
        var vocabulary = new JsonObject();
        foreach (var (token, id) in definition.Vocabulary.OrderBy(p => p.Value))
        {
            vocabulary[token] = id;
        }
        var splits = definition.PreTokenizer.Patterns.Select(p => (JsonNode)new JsonObject
        {
            ["type"] = "Split",
            ["pattern"] = new JsonObject { ["Regex"] = p },
            ["behavior"] = "Isolated",
            ["invert"] = false,
        });
        var root = new JsonObject
        {
            ["version"] = "1.0",
            ["truncation"] = null,
            ["padding"] = null,
            ["added_tokens"] = new JsonArray([.. definition.AddedTokens.OrderBy(t => t.Id).Select(t => (JsonNode)new JsonObject
            {
                ["id"] = t.Id, ["content"] = t.Content, ["single_word"] = false, ["lstrip"] = false, ["rstrip"] = false,
                ["normalized"] = false, ["special"] = t.Special,
            })]),
            ["normalizer"] = definition.Normalizes ? new JsonObject { ["type"] = "NFC" } : null,
            ["pre_tokenizer"] = new JsonObject
            {
                ["type"] = "Sequence",
                ["pretokenizers"] = new JsonArray([.. splits, ByteLevel()]),
            },
            ["post_processor"] = ByteLevel(),
            ["decoder"] = ByteLevel(),
            ["model"] = new JsonObject
            {
                ["type"] = "BPE",
                ["dropout"] = null,
                ["unk_token"] = null,
                ["continuing_subword_prefix"] = "",
                ["end_of_word_suffix"] = "",
                ["fuse_unk"] = false,
                ["byte_fallback"] = false,
                ["ignore_merges"] = definition.IgnoreMerges,
                ["vocab"] = vocabulary,
                ["merges"] = new JsonArray([.. definition.Merges.Select(m => (JsonNode)new JsonArray(m.Left, m.Right))]),
            },
        };
        return root.ToJsonString(Indented) + "\n";

        static JsonObject ByteLevel() => new() { ["type"] = "ByteLevel", ["add_prefix_space"] = false, ["trim_offsets"] = false, ["use_regex"] = false };
    }

    /// <summary>Writes the older pair of files, for loaders that need it.</summary>
    public static (string Vocabulary, string Merges) WriteLegacy(TokenizerDefinition definition)
    {
        var vocabulary = new JsonObject();
        foreach (var (token, id) in definition.Vocabulary.OrderBy(p => p.Value))
        {
            vocabulary[token] = id;
        }
        var merges = new StringBuilder("#version: 0.2\n");
        foreach (var (left, right) in definition.Merges)
        {
            merges.Append(left).Append(' ').Append(right).Append('\n');
        }
        return (vocabulary.ToJsonString(Indented) + "\n", merges.ToString());
    }

    private static TokenizerDefinition Read(JsonElement root)
    {
        var model = root.GetProperty("model");
        var type = Text(model, "type") ?? "BPE";
        if (type != "BPE")
        {
            throw new TokenizerException($"model.type is {type}; only byte-level BPE can be used.");
        }
        if (Flag(model, "byte_fallback"))
        {
            throw new TokenizerException("model.byte_fallback is set: this is a SentencePiece vocabulary, not byte-level BPE.");
        }
        var vocabulary = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var token in model.GetProperty("vocab").EnumerateObject())
        {
            vocabulary[token.Name] = token.Value.GetInt32();
        }
        if (vocabulary.Count == 0)
        {
            throw new TokenizerException("model.vocab is empty.");
        }
        if (vocabulary.Values.Any(id => id < 0))
        {
            throw new TokenizerException("model.vocab holds a negative id.");
        }

        var added = new List<AddedToken>();
        if (root.TryGetProperty("added_tokens", out var tokens))
        {
            foreach (var token in tokens.EnumerateArray())
            {
                added.Add(ReadAdded(token));
            }
        }

        return new TokenizerDefinition(
            vocabulary, [.. model.GetProperty("merges").EnumerateArray().Select(ReadMerge)], added,
            new PreTokenizer(ReadPatterns(Member(root, "pre_tokenizer"))), ReadNormalizer(Member(root, "normalizer")), Flag(model, "ignore_merges"));
    }

    private static AddedToken ReadAdded(JsonElement token)
    {
        var content = token.GetProperty("content").GetString()!;
        foreach (var flag in new[] { "single_word", "lstrip", "rstrip" })
        {
            if (Flag(token, flag))
            {
                throw new TokenizerException($"added token '{content}' has {flag}, which is not supported.");
            }
        }

        return new AddedToken(token.GetProperty("id").GetInt32(), content, Flag(token, "special"));
    }

    private static (string Left, string Right) ReadMerge(JsonElement merge)
    {
        if (merge.ValueKind == JsonValueKind.Array)
        {
            return (merge[0].GetString()!, merge[1].GetString()!);
        }
        var text = merge.GetString()!;
        var space = text.IndexOf(' ', StringComparison.Ordinal);
        return space > 0 ? (text[..space], text[(space + 1)..]) : throw new TokenizerException($"merge '{text}' is not two tokens with a space between.");
    }

    private static bool ReadNormalizer(JsonElement normalizer)
    {
        if (normalizer.ValueKind != JsonValueKind.Object)
        {
            return false;
        }
        var type = Text(normalizer, "type");
        return type switch
        {
            "NFC" => true,
            "Sequence" => normalizer.GetProperty("normalizers").EnumerateArray().Select(ReadNormalizer).ToList().Contains(true),
            _ => throw new TokenizerException($"normalizer.type is {type}; NFC or none can be used."),
        };
    }

    private static List<string> ReadPatterns(JsonElement step)
    {
        var type = step.ValueKind == JsonValueKind.Object ? Text(step, "type") : null;
        switch (type)
        {
            case "Sequence":
                return [.. step.GetProperty("pretokenizers").EnumerateArray().SelectMany(ReadPatterns)];
            case "Split" when Text(step, "behavior") == "Isolated" && !Flag(step, "invert")
                && step.GetProperty("pattern").TryGetProperty("Regex", out var regex):
                return [regex.GetString()!];
            case "ByteLevel" when !Flag(step, "add_prefix_space"):
                // use_regex is on by default, with the pattern of GPT-2.
                return step.TryGetProperty("use_regex", out var use) && use.ValueKind == JsonValueKind.False ? [] : [PreTokenizer.Gpt2Pattern];
            default:
                throw new TokenizerException(
                    $"pre_tokenizer {step.GetRawText()} is not one of: Sequence, Split (Regex, Isolated), ByteLevel without prefix space.");
        }
    }

    private static JsonElement Member(JsonElement element, string name) => element.TryGetProperty(name, out var member) ? member : default;

    private static string? Text(JsonElement element, string name) => Member(element, name) is { ValueKind: JsonValueKind.String } text
        ? text.GetString()
        : null;

    private static bool Flag(JsonElement element, string name) => Member(element, name).ValueKind == JsonValueKind.True;
}
