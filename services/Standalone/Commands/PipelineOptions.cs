using System.CommandLine;

namespace AgentScaler.Standalone.Commands;

/// <summary>The options of every command that runs stages.</summary>
internal sealed class PipelineOptions
{
    public Option<string> Workspace { get; } = CommonOptions.Workspace();

    public Option<OutputFormat> Format { get; } = CommonOptions.Format();

    public Option<long?> Seed { get; } = CommonOptions.Seed();

    public Option<string?> Config { get; } = CommonOptions.Config();

    public Option<bool> Verbose { get; } = CommonOptions.Verbose();

    public void AddTo(Command command)
    {
        command.Options.Add(Workspace);
        command.Options.Add(Seed);
        command.Options.Add(Config);
        command.Options.Add(Format);
        command.Options.Add(Verbose);
    }
}
