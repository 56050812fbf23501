namespace AgentScaler.Exports;

/// <summary>The words of the command line for the formats.</summary>
public static class ExportFormats
{
    private static readonly (string Word, ExportFormat Format)[] Words =
    [
        ("openai", ExportFormat.OpenAi),
        ("sharegpt", ExportFormat.ShareGpt),
        ("parquet", ExportFormat.Parquet),
        ("trl", ExportFormat.Trl),
        ("ms-swift", ExportFormat.MsSwift),
        ("llama-factory", ExportFormat.LlamaFactory),
        ("verl", ExportFormat.Verl),
    ];

    public static IReadOnlyList<string> All { get; } = [.. Words.Select(w => w.Word)];

    public static ExportFormat? Parse(string word) =>
        Array.FindIndex(Words, w => w.Word == word) is var at and >= 0 ? Words[at].Format : null;

    public static string Word(this ExportFormat format) => Array.Find(Words, w => w.Format == format).Word;
}
