namespace AgentScaler.Exports;

/// <summary>Formats in which other stacks read datasets (contract, command <c>export</c>).</summary>
public enum ExportFormat
{
    OpenAi,
    ShareGpt,
    Parquet,
    Trl,
    MsSwift,
    LlamaFactory,
    Verl,
}
