using AgentScaler.Tasks.Reading;


namespace AgentScaler.Tasks.Paths;

/// <summary>One thing that the user wants, and the calls that serve it.</summary>
/// <param name="FirstCall">The first call that was added for it. Calls that it shares with earlier wishes come before.</param>
/// <param name="Calls">The number of calls that were added for it.</param>
/// <param name="Filled">The arguments of the call that the wish names.</param>
internal sealed record Wish(ToolModel Tool, int FirstCall, int Calls, IReadOnlyList<FilledArgument> Filled, IReadOnlyList<WishAnswer> Answers)
{
    /// <summary>The working arguments, if the call must fail first; else null.</summary>
    public IReadOnlyList<FilledArgument>? Instead { get; init; }

    /// <summary>The branch that an intended failure or a refusal meets.</summary>
    public ErrorBranch? Branch { get; init; }

    /// <summary>The wish that replaces this one if the call must fail first and no other arguments would help; else null.</summary>
    public Wish? Next { get; init; }

    /// <summary>Whether the wish changes the state.</summary>
    public bool Writes => Next?.Writes ?? Tool.Writes;

    /// <summary>The policy's sentence, if the wish is forbidden; else null.</summary>
    public string? ForbiddenBy { get; init; }

    /// <summary>The names of known values that this wish introduced.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];
}
