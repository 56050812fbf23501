using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using AgentScaler.Pipeline.Options;
using AgentScaler.Tools;
using AgentScaler.Training.Datasets;
using AgentScaler.Training.Models;
using AgentScaler.Training.Native;
using AgentScaler.Training.Tokenization;
using AgentScaler.Trajectories;
using static TorchSharp.torch;

namespace AgentScaler.Training.Stages;

/// <summary>The model before any training: a shape with random weights and a vocabulary learnt from the rows.</summary>
public static class BaseCheckpoint
{
    public const string Name = "base";

    // More text hardly changes a vocabulary of a few thousand tokens. Rows come in the order of their hashed ids, so this is a random sample.
    private const long LearningCharacters = 6_000_000;

    /// <summary>Writes the checkpoint unless it exists, and returns its folder.</summary>
    public static string Ensure(TrainingStageInput input)
    {
        var options = input.Options;
        if (!ModelConfig.Presets.TryGetValue(options.Model, out var shape))
        {
            return options.Model;
        }
        TorchBackend.Require();
        var folder = Path.Combine(input.Checkpoints, Name);
        var fingerprint = Fingerprint(input);
        var mark = Path.Combine(folder, "fingerprint");
        if (File.Exists(Path.Combine(folder, Checkpoint.WeightsName)) && File.Exists(mark) && File.ReadAllText(mark) == fingerprint)
        {
            return folder;
        }
        var tokenizer = options.Tokenizer is { } path
            ? TokenizerFile.Load(path)
            : BpeTrainer.Train(Texts(input.Train, options.Encoding), options.VocabularySize, PreTokenizer.WordPattern, SpecialTokens.All);
        // A multiple of 64 rows suits the kernels; the rows above the vocabulary are never trained.
        var rows = (tokenizer.VocabularySize + 63) / 64 * 64;
        using var model =
            new Qwen3Model(shape with { VocabSize = rows, MaxPositionEmbeddings = Math.Max(shape.MaxPositionEmbeddings, options.Encoding.MaxLength) }, CPU);
        model.Initialize(input.Seed);
        Checkpoint.Save(folder, model, tokenizer, new Dictionary<string, string>(), options.Encoding.TrainReasoning);
        options.Encoding.Save(folder);
        DurableFile.WriteText(mark, fingerprint);
        return folder;
    }

    private static string Fingerprint(TrainingStageInput input)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var text in Texts(input.Train, input.Options.Encoding))
        {
            hash.AppendData(System.Text.Encoding.UTF8.GetBytes(text));
        }
        return ContentId.Of(
            "base", Convert.ToHexStringLower(hash.GetHashAndReset()), input.Options.Model, input.Options.Tokenizer ?? PreTokenizer.WordPattern,
            input.Options.VocabularySize.ToString(CultureInfo.InvariantCulture), JsonSerializer.Serialize(input.Options.Encoding, ContractJson.Options),
            input.Seed.ToString(CultureInfo.InvariantCulture));
    }

    private static IEnumerable<string> Texts(IReadOnlyList<DatasetRow> rows, EncodingOptions options)
    {
        long characters = 0;
        foreach (var row in rows.OrderBy(r => r.Trajectory, StringComparer.Ordinal))
        {
            if (characters > LearningCharacters)
            {
                yield break;
            }
            var text = TrajectoryEncoder.Render(row, options).Text;
            characters += text.Length;
            yield return text;
        }
    }
}
