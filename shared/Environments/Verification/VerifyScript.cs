namespace AgentScaler.Environments.Verification;

/// <summary>
/// The text of <c>verify.py</c>, the same for every domain: it takes what is particular from <c>tools.py</c> and
/// <c>schema.json</c> beside it.
/// </summary>
public static class VerifyScript
{
    /// <summary>Where the functions on states are put in.</summary>
    private const string States = "# <states>\n";

    public static string Text { get; } = Read("verify.py").Replace(States, Read("states.py"), StringComparison.Ordinal);

    private static string Read(string name)
    {
        using var stream = typeof(VerifyScript).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The assembly lacks its resource {name}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
