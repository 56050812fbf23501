using AgentScaler.Environments.Values;

namespace AgentScaler.Materialization.Overrides.Rules;

/// <summary>Reads the members of a stated rule by its form: the set of names that it has.</summary>
internal static class RuleWords
{
    /// <summary>The first of some forms of which a rule has the leading name; the others of its names must be of that form.</summary>
    /// <param name="forms">Each the names of a form, the leading one first; a name that may be missing ends with a question mark.</param>
    /// <exception cref="OverridesException">The value has no such form.</exception>
    public static string Form(Value value, string place, params ReadOnlySpan<string[]> forms)
    {
        if (!value.IsObject)
        {
            throw new OverridesException(place, "Expected an object.");
        }

        foreach (var form in forms)
        {
            if (!Has(value, form[0]))
            {
                continue;
            }

            OverrideText.Members(value, place, [.. form.Select(n => n.TrimEnd('?'))]);
            var missing = Array.Find(form, n => n[^1] != '?' && !Has(value, n));
            return missing is null ? form[0] : throw new OverridesException($"{place}/{missing}", $"\"{form[0]}\" needs \"{missing}\".");
        }

        var known = new List<string>();
        foreach (var form in forms)
        {
            known.Add($"\"{form[0]}\"");
        }

        throw new OverridesException(place, $"Expected one of {string.Join(", ", known)}.");
    }

    private static bool Has(Value value, string name) => value.AsObject.TryGet(name, out _);

    public static string Text(Value value, string place) => OverrideText.Text(value, place) ?? throw new OverridesException(place, "Expected a text.");

    public static Value Pair(Value value, string place) => value is { IsArray: true, AsArray.Length: 2 }
        ? value
        : throw new OverridesException(place, "Expected an array of two terms.");
}
