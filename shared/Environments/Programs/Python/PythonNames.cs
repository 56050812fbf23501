namespace AgentScaler.Environments.Programs.Python;

/// <summary>The Python names of one method's parameters and variables. A name of the program always has the same Python name.</summary>
internal sealed class PythonNames
{
    private readonly Dictionary<string, string> _parameters = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _variables = new(StringComparer.Ordinal);
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    public string Parameter(string name) => Of(_parameters, name);

    public string Variable(string name) => Of(_variables, name);

    /// <summary>The local variable that records whether an argument was given.</summary>
    public string Given(string name) => Of(_variables, "\0given " + name, "has_" + name);

    private string Of(Dictionary<string, string> names, string name, string? wanted = null)
    {
        if (!names.TryGetValue(name, out var identifier))
        {
            var plain = PythonText.Identifier(wanted ?? name);
            identifier = plain;
            for (var n = 2; !_taken.Add(identifier); n++)
            {
                identifier = $"{plain}_{n}";
            }

            names[name] = identifier;
        }

        return identifier;
    }
}
