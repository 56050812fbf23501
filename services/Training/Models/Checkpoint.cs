using System.Security.Cryptography;
using System.Text.Json.Nodes;
using AgentScaler.Tools;
using AgentScaler.Training.Templates;
using AgentScaler.Training.Tokenization;
using static TorchSharp.torch;

namespace AgentScaler.Training.Models;

/// <summary>A checkpoint folder in Hugging Face's layout, which transformers, vLLM and this engine load.</summary>
public static class Checkpoint
{
    public const string WeightsName = "model.safetensors";

    /// <summary>Loads weights into a new model.</summary>
    /// <exception cref="CheckpointException">A file is missing or corrupt, or a tensor does not fit the config.</exception>
    public static Qwen3Model Load(string folder, Device device, ScalarType compute = ScalarType.Float32)
    {
        var model = new Qwen3Model(ModelConfig.Load(folder), device, compute);
        try
        {
            var missing = model.Parameters.Shapes.Select(s => s.Name).ToHashSet(StringComparer.Ordinal);
            using var guard = no_grad();
            foreach (var file in Safetensors.FilesOf(folder))
            {
                Safetensors.Read(file, (name, tensor) =>
                {
                    // A tied model's file may still hold the head; it is the embedding.
                    if (!missing.Remove(name))
                    {
                        return;
                    }
                    var target = model.Parameters[name];
                    if (!tensor.shape.SequenceEqual(target.shape))
                    {
                        throw new CheckpointException(
                            $"{file}: '{name}' has the shape [{string.Join(", ", tensor.shape)}], the config says [{string.Join(", ", target.shape)}].");
                    }
                    target.copy_(tensor);
                });
            }

            if (missing.Count > 0)
            {
                throw new CheckpointException(
                    $"{folder}: the weights lack '{missing.Order(StringComparer.Ordinal).First()}' and {missing.Count - 1} more; the checkpoint is incomplete.");
            }
            return model;
        }
        catch
        {
            model.Dispose();
            throw;
        }
    }

    /// <summary>Loads the checkpoint's tokenizer and checks it against the embedding.</summary>
    /// <exception cref="CheckpointException">The tokenizer has ids for which the embedding has no row.</exception>
    public static Tokenizer LoadTokenizer(string folder, ModelConfig config)
    {
        var tokenizer = TokenizerFile.Load(folder);
        return tokenizer.VocabularySize <= config.VocabSize
            ? tokenizer
            : throw new CheckpointException(
                $"{folder}: the tokenizer has {tokenizer.VocabularySize} ids and the model's vocab_size is {config.VocabSize}; use the tokenizer.json that belongs to the checkpoint.");
    }

    /// <summary>Writes weights, config, tokenizer and template. The weights are written last and complete the folder.</summary>
    /// <param name="reasoning">Whether the policy was trained to think before it replies.</param>
    public static void Save(string folder, Qwen3Model model, Tokenizer tokenizer, IReadOnlyDictionary<string, string> metadata, bool reasoning = false)
    {
        Directory.CreateDirectory(folder);
        var end = tokenizer.IdOf(SpecialTokens.TurnEnd);
        var pad = tokenizer.IdOf(SpecialTokens.EndOfText);
        DurableFile.WriteText(Path.Combine(folder, ModelConfig.FileName), (model.Config with { BosTokenId = pad, EosTokenId = end }).ToJson());
        DurableFile.WriteText(Path.Combine(folder, TokenizerFile.Name), TokenizerFile.Write(tokenizer.Definition));
        var (vocabulary, merges) = TokenizerFile.WriteLegacy(tokenizer.Definition);
        DurableFile.WriteText(Path.Combine(folder, "vocab.json"), vocabulary);
        DurableFile.WriteText(Path.Combine(folder, "merges.txt"), merges);
        DurableFile.WriteText(Path.Combine(folder, "chat_template.jinja"), ChatTemplate.JinjaFor(reasoning));
        DurableFile.WriteText(Path.Combine(folder, "tokenizer_config.json"), TokenizerConfig(tokenizer));
        DurableFile.WriteText(Path.Combine(folder, "generation_config.json"),
            Text(new JsonObject { ["eos_token_id"] = new JsonArray(end, pad), ["pad_token_id"] = pad }));
        var tensors = model.Parameters.Shapes.Select(s => (s.Name, model.Parameters[s.Name])).ToList();
        Safetensors.Write(Path.Combine(folder, WeightsName), tensors, new Dictionary<string, string>(metadata) { ["format"] = "pt" });
    }

    /// <summary>Returns the hash of a checkpoint's weights, by which the next stage identifies its parent.</summary>
    public static string HashOf(string folder)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[1 << 20];
        foreach (var file in Safetensors.FilesOf(folder))
        {
            using var stream = File.OpenRead(file);
            for (int read; (read = stream.Read(buffer)) > 0;)
            {
                hash.AppendData(buffer, 0, read);
            }
        }

        return "sha256:" + Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static string TokenizerConfig(Tokenizer tokenizer)
    {
        var added = new JsonObject();
        foreach (var token in tokenizer.Definition.AddedTokens.OrderBy(t => t.Id))
        {
            added[token.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)] = new JsonObject
            {
                ["content"] = token.Content,
                ["lstrip"] = false,
                ["normalized"] = false,
                ["rstrip"] = false,
                ["single_word"] = false,
                ["special"] = token.Special,
            };
        }

        return Text(new JsonObject
        {
            ["tokenizer_class"] = "PreTrainedTokenizerFast",
            ["added_tokens_decoder"] = added,
            ["eos_token"] = SpecialTokens.TurnEnd,
            ["pad_token"] = SpecialTokens.EndOfText,
            ["clean_up_tokenization_spaces"] = false,
            ["template_version"] = ChatTemplate.Version,
        });
    }

    private static string Text(JsonObject node) => node.ToJsonString(ContractJson.Indented) + "\n";
}
