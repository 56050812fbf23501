namespace AgentScaler.Environments.Verification;

/// <summary>
/// The text of <c>verify.py</c>, the same for every domain: it takes what is particular from <c>tools.py</c> and
/// <c>schema.json</c> beside it.
/// </summary>
public static class VerifyScript
{
    public static string Text { get; } = Read();

    private static string Read()
    {
        using var stream = typeof(VerifyScript).Assembly.GetManifestResourceStream("verify.py")
            ?? throw new InvalidOperationException("The assembly lacks its resource verify.py.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
