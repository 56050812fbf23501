using AgentScaler.Tasks.Reading;


namespace AgentScaler.Tasks.Paths;

/// <summary>One thing that the user wants, and the calls that serve it.</summary>
/// <param name="FirstCall">The first call that was added for it; what it shares with earlier wishes lies before.</param>
/// <param name="Calls">How many calls were added for it.</param>
/// <param name="Filled">The arguments of the call that the wish names.</param>
internal sealed record Wish(ToolModel Tool, int FirstCall, int Calls, IReadOnlyList<FilledArgument> Filled, IReadOnlyList<WishAnswer> Answers)
{
    /// <summary>Where the call must fail first: the arguments of the way that works.</summary>
    public IReadOnlyList<FilledArgument>? Instead { get; init; }

    /// <summary>The branch that an intended failure or a refusal meets.</summary>
    public ErrorBranch? Branch { get; init; }

    /// <summary>Where the call must fail first and no other arguments would help: what is wanted instead.</summary>
    public Wish? Next { get; init; }

    /// <summary>Whether the state is to be another afterwards.</summary>
    public bool Writes => Next?.Writes ?? Tool.Writes;

    /// <summary>The policy's sentence, where the wish is forbidden.</summary>
    public string? ForbiddenBy { get; init; }

    /// <summary>Names of known values that came up with this wish.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];
}
