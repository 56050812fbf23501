using System.CommandLine;

namespace AgentScaler.Standalone.Remote;

/// <summary>Options of commands that act on a running stack.</summary>
internal sealed class GatewayOption
{
    /// <summary>The variable that holds the key unless another one is named.</summary>
    public const string DefaultKeyVariable = "AGENTSCALER_API_KEY";

    public Option<string?> Gateway { get; }

    public Option<string> KeyVariable { get; } = new("--api-key-variable")
    {
        Description = "Environment variable that holds the gateway's API key.",
        DefaultValueFactory = _ => DefaultKeyVariable,
        HelpName = "NAME",
    };

    public Option<string?> Run { get; } = new("--run") { Description = "The run on the gateway; the newest where none is named.", HelpName = "ID" };

    public GatewayOption(bool required = false)
    {
        Gateway = new Option<string?>("--gateway")
        {
            Description = "Address of a running stack's gateway; the command acts there.",
            HelpName = "URL",
            Required = required
        };
    }

    public void AddTo(Command command, bool withRun)
    {
        command.Options.Add(Gateway);
        command.Options.Add(KeyVariable);
        if (withRun)
        {
            command.Options.Add(Run);
        }
    }

    /// <summary>Returns the named gateway, or null if the command acts on a workspace.</summary>
    /// <exception cref="CommandException">The value is not an address.</exception>
    public GatewayClient? Open(ParseResult result)
    {
        if (result.GetValue(Gateway) is not { } address)
        {
            return null;
        }

        return Uri.TryCreate(address.TrimEnd('/') + "/", UriKind.Absolute, out var uri) && (uri.Scheme is "http" or "https")
            ? new GatewayClient(uri, Environment.GetEnvironmentVariable(result.GetValue(KeyVariable)!), result.GetValue(KeyVariable)!)
            : throw CommandException.Usage($"--gateway {address}: it must be an http or https address such as http://localhost:8080.");
    }
}
