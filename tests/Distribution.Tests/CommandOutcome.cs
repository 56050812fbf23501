namespace AgentScaler.Distribution.Tests;

/// <summary>What a command ended with and what it wrote.</summary>
internal sealed record CommandOutcome(string Command, int Exit, string Output, string Error)
{
    /// <summary>The outcome, if the command succeeded.</summary>
    public CommandOutcome Succeeded()
    {
        Assert.True(Exit == 0, $"{Command}\nended with {Exit}.\n{Output}\n{Error}");
        return this;
    }
}
