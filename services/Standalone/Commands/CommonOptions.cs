using System.CommandLine;
using AgentScaler.Standalone.Configuration;

namespace AgentScaler.Standalone.Commands;

/// <summary>Options that several commands share.</summary>
internal static class CommonOptions
{
    public static Option<string> Workspace() => new("--workspace", "-w")
    {
        Description = "The folder of the store and the files.",
        DefaultValueFactory = _ => "workspace",
        HelpName = "DIR",
    };

    public static Option<OutputFormat> Format() => new("--format")
    {
        Description = "How the result is written to standard output: human or json.",
        DefaultValueFactory = _ => OutputFormat.Human,
        HelpName = "human|json",
    };

    public static Option<long?> Seed() => new("--seed")
    {
        Description = "Seed of everything that is drawn; the same inputs, options and seed give the same bytes. Default 0.",
        HelpName = "N",
    };

    public static Option<string?> Config() => new("--config")
    {
        Description = $"A configuration file (JSON; 'agentscaler configuration schema' prints its schema), or a preset: {string.Join(", ", Presets.Names)}.",
        HelpName = "FILE",
    };

    public static Option<bool> Verbose() => new("--verbose") { Description = "Write the log to standard error." };

    public static Option<string[]> Source(bool required) => new("--source", "-s")
    {
        Description = "A file, folder or archive of API documents; may be given several times.",
        Required = required,
        HelpName = "PATH",
        Arity = ArgumentArity.OneOrMore,
    };
}
