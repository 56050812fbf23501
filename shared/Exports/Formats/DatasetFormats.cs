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

    /// <summary>Returns the format with this name on the command line.</summary>
    /// <exception cref="ArgumentException">No format has this name.</exception>
    public static IDatasetFormat Of(string word) => All.FirstOrDefault(format => format.Word == word)
        ?? throw new ArgumentException($"'{word}' is not a dataset format; the formats are: {string.Join(", ", All.Select(format => format.Word))}.",
            nameof(word));
}
