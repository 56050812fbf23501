namespace AgentScaler.Pipeline.Options;

/// <summary>The options of the stage <c>train</c>.</summary>
public sealed record TrainingOptions
{
    public const string Embedded = "torchsharp";
    public const string External = "torchrun";

    /// <summary>The shapes of models that are trained from scratch.</summary>
    public static IReadOnlyList<string> Shapes { get; } = ["nano", "tiny", "mini", "small"];

    /// <summary>Which stages are trained: 1, 2 or both, in order.</summary>
    public IReadOnlyList<int> Stages { get; init; } = [1, 2];

    /// <summary>torchsharp, in this process; or torchrun, a launcher of Hugging Face's stack.</summary>
    [Flag("--engine", "What trains.", "torchsharp|torchrun", Words = ["torchsharp", "torchrun"])]
    public string Engine { get; init; } = Embedded;

    /// <summary>A shape to train from scratch (<see cref="Shapes"/>), or the folder of a Qwen3 checkpoint.</summary>
    [Flag("--model", "A model folder in Hugging Face's layout, or tiny.", "DIR|tiny")]
    [NamesFiles("nano", "tiny", "mini", "small")]
    public string Model { get; init; } = "tiny";

    /// <summary>A tokenizer.json to use with a model from scratch; null learns one from the rows.</summary>
    [NamesFiles]
    public string? Tokenizer { get; init; }

    /// <summary>Size of a vocabulary that is learnt.</summary>
    public int VocabularySize { get; init; } = 2048;

    /// <summary>The domain of stage 2, by slug; null: the one with most accepted rows.</summary>
    [Flag("--domain", "The vertical domain of stage 2.", "SLUG")]
    public string? Domain { get; init; }

    /// <summary>The part of stage 1's rows that is trained on.</summary>
    public SampleOptions Sample1 { get; init; } = new();

    /// <summary>The part of stage 2's rows that is trained on.</summary>
    public SampleOptions Sample2 { get; init; } = new();

    public EncodingOptions Encoding { get; init; } = new() { MaxLength = 4096, MaxTools = 8 };

    public OptimizationOptions Stage1 { get; init; } = new() { Steps = 120, TokensPerMicroBatch = 4096 };

    public OptimizationOptions Stage2 { get; init; } = new() { Steps = 40, TokensPerMicroBatch = 4096, LearningRate = 1e-3 };

    /// <summary>Most validation rows whose loss is measured before and after a stage.</summary>
    public int ValidationRows { get; init; } = 32;

    /// <summary>How the external engine is started; used by <c>engine: torchrun</c> alone.</summary>
    public ScaleOptions Scale { get; init; } = new();

    public OptimizationOptions OptimizationOf(int stage) => stage == 1 ? Stage1 : Stage2;

    public SampleOptions SampleOf(int stage) => stage == 1 ? Sample1 : Sample2;

    /// <exception cref="ArgumentException">A value is out of its range.</exception>
    public void Validate()
    {
        if (Stages.Count == 0 || Stages.Any(s => s is not (1 or 2)))
        {
            throw new ArgumentException("Training option stages must hold 1, 2 or both.");
        }
        if (Engine is not (Embedded or External))
        {
            throw new ArgumentException($"Training option engine is '{Engine}'; it must be {Embedded} or {External}.");
        }
        if (!Shapes.Contains(Model) && !Directory.Exists(Model))
        {
            throw new ArgumentException($"Training option model is '{Model}'; it must be one of {string.Join(", ", Shapes)}, or the folder of a checkpoint.");
        }
        if (VocabularySize < 300)
        {
            throw new ArgumentException("Training option vocabulary_size must be at least 300: 256 bytes, the special tokens and some merges.");
        }
        if (Encoding.MaxLength < 64)
        {
            throw new ArgumentException("Training option encoding.max_length must be at least 64.");
        }
        if (Engine == External && (Stage1.Optimizer, Stage2.Optimizer) != (OptimizerRule.Adamw, OptimizerRule.Adamw))
        {
            throw new ArgumentException("Training option optimizer must be adamw with the engine torchrun; muon is of the embedded engine alone.");
        }
        Sample1.Validate();
        Sample2.Validate();
        Stage1.Validate();
        Stage2.Validate();
    }
}
