namespace AgentScaler.Exports.Formats;

/// <summary>Every dataset format, in the order in which the command line lists them.</summary>
public static class DatasetFormats
{
    public static IReadOnlyList<IDatasetFormat> All { get; } =
    [
        new OpenAiFormat(),
        new ShareGptFormat(),
        new ParquetFormat(),
        new TrlFormat(),
        new MsSwiftFormat(),
        new LlamaFactoryFormat(),
        new VerlFormat(),
    ];

    /// <summary>The format of a word.</summary>
    /// <exception cref="ArgumentException">No format has this word.</exception>
    public static IDatasetFormat Of(string word) => All.FirstOrDefault(format => format.Word == word)
        ?? throw new ArgumentException($"'{word}' is no dataset format; there are: {string.Join(", ", All.Select(format => format.Word))}.", nameof(word));
}
