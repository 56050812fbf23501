using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using AgentScaler.Tools;

namespace AgentScaler.Training.Models;

/// <summary>The shape of a dense Qwen3 model: Hugging Face's <c>config.json</c>.</summary>
public sealed record ModelConfig
{
    public const string FileName = "config.json";

    public int VocabSize { get; init; }

    public int HiddenSize { get; init; } = 128;

    public int IntermediateSize { get; init; } = 384;

    public int NumHiddenLayers { get; init; } = 2;

    public int NumAttentionHeads { get; init; } = 4;

    public int NumKeyValueHeads { get; init; } = 2;

    public int HeadDim { get; init; } = 32;

    public double RmsNormEps { get; init; } = 1e-6;

    public double RopeTheta { get; init; } = 1_000_000;

    public int MaxPositionEmbeddings { get; init; } = 8192;

    public bool TieWordEmbeddings { get; init; } = true;

    public double InitializerRange { get; init; } = 0.02;

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? BosTokenId { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? EosTokenId { get; init; }

    /// <summary>The shapes that ship, by the name that <c>--model</c> takes; sizes are without the vocabulary.</summary>
    public static IReadOnlyDictionary<string, ModelConfig> Presets { get; } = new Dictionary<string, ModelConfig>(StringComparer.Ordinal)
    {
        ["nano"] = new()
        {
            HiddenSize = 48,
            IntermediateSize = 96,
            NumHiddenLayers = 2,
            NumAttentionHeads = 4,
            NumKeyValueHeads = 2,
            HeadDim = 16,
            RopeTheta = 10_000
        },
        ["tiny"] = new()
        {
            HiddenSize = 128,
            IntermediateSize = 256,
            NumHiddenLayers = 3,
            NumAttentionHeads = 4,
            NumKeyValueHeads = 2,
            HeadDim = 32,
            RopeTheta = 10_000
        },
        ["mini"] = new()
        {
            HiddenSize = 128,
            IntermediateSize = 256,
            NumHiddenLayers = 4,
            NumAttentionHeads = 4,
            NumKeyValueHeads = 2,
            HeadDim = 32,
            RopeTheta = 10_000
        },
        ["small"] = new()
        {
            HiddenSize = 256,
            IntermediateSize = 704,
            NumHiddenLayers = 4,
            NumAttentionHeads = 8,
            NumKeyValueHeads = 4,
            HeadDim = 32,
            RopeTheta = 10_000
        },
    };

    /// <exception cref="CheckpointException">The file is not the config of a dense Qwen3 model.</exception>
    public static ModelConfig Load(string folder)
    {
        var path = Path.Combine(folder, FileName);
        try
        {
            var node = JsonNode.Parse(File.ReadAllText(path))?.AsObject() ?? throw new JsonException("it is not an object");
            var type = node["model_type"]?.GetValue<string>();
            if (type != "qwen3")
            {
                throw new CheckpointException($"{path}: model_type is '{type}'; the embedded engine runs 'qwen3' (dense). Use --engine torchrun for others.");
            }
            // Newer files nest the value. Both forms occur.
            if (node["rope_theta"] is null && node["rope_parameters"]?["rope_theta"] is { } theta)
            {
                node["rope_theta"] = theta.DeepClone();
            }
            if (node["rope_scaling"] is not null || node["rope_parameters"]?["rope_type"]?.GetValue<string>() is not (null or "default"))
            {
                throw new CheckpointException($"{path}: rope_scaling is not supported by the embedded engine.");
            }
            if (node["use_sliding_window"]?.GetValue<bool>() == true)
            {
                throw new CheckpointException($"{path}: sliding windows are not supported by the embedded engine.");
            }
            if (node["eos_token_id"] is JsonArray { Count: > 0 } several)
            {
                node["eos_token_id"] = several[0]!.DeepClone();
            }
            return node.Deserialize<ModelConfig>(ContractJson.Options)!.Checked(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException or InvalidOperationException
            or FormatException)
        {
            throw new CheckpointException($"{path}: {exception.Message}", exception);
        }
    }

    public string ToJson()
    {
        var node = JsonSerializer.SerializeToNode(this, ContractJson.Options)!.AsObject();
        node["architectures"] = new JsonArray("Qwen3ForCausalLM");
        node["model_type"] = "qwen3";
        node["hidden_act"] = "silu";
        node["attention_bias"] = false;
        node["attention_dropout"] = 0.0;
        node["use_sliding_window"] = false;
        node["use_cache"] = true;
        node["torch_dtype"] = "float32";
        return node.ToJsonString(ContractJson.Indented) + "\n";
    }

    private ModelConfig Checked(string path)
    {
        if (VocabSize < 1 || HiddenSize < 1 || NumHiddenLayers < 1 || NumAttentionHeads < 1 || HeadDim < 2 || HeadDim % 2 != 0
            || NumKeyValueHeads < 1 || NumAttentionHeads % NumKeyValueHeads != 0)
        {
            throw new CheckpointException($"{path}: the sizes do not fit together (heads must be a multiple of key-value heads, head_dim even, all positive).");
        }
        return this;
    }
}
