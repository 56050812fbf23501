using System.Globalization;
using AgentScaler.Environments.Schema;
using AgentScaler.Environments.States;
using AgentScaler.Environments.Values;

namespace AgentScaler.Materialization.Overrides;

/// <summary>Puts what the user says of the clock and of keys into the state from which sessions start.</summary>
internal static class SessionStart
{
    /// <exception cref="OverridesException">Keys are given for a table that is not there, or that holds other keys.</exception>
    public static DatabaseState In(DatabaseState state, DomainModel model, DomainOverrides overrides)
    {
        var row = ObjectValue.Empty;
        foreach (var (name, form) in overrides.KeyForms.OrderBy(f => f.Key, StringComparer.Ordinal))
        {
            var table = model.Tables.FirstOrDefault(t => t.Name == name || t.Singular == name)
                ?? throw new OverridesException($"/keys/{name}", $"There is no table {name}; there are {string.Join(", ", model.Tables.Select(t => t.Name))}.");
            row = row.With($"{table.Name}.{table.Key.Name}", Before(form.Value, table.Key.Type == ColumnType.Integer, name));
        }

        if (overrides.Clock is null && row.Count == 0)
        {
            return state;
        }

        var clock = overrides.Clock ?? DateTimeOffset.Parse(Situation.Start, CultureInfo.InvariantCulture).ToUnixTimeSeconds();
        return state.With(DatabaseState.SessionTable, [row.With("clock", clock)]);
    }

    /// <summary>The key before the first one: the session counts on from it, past the keys that rows have.</summary>
    private static Value Before(string first, bool number, string table)
    {
        var digits = first.Reverse().TakeWhile(char.IsAsciiDigit).Count();
        if (digits is 0 or > 15 || long.Parse(first.AsSpan(first.Length - digits), CultureInfo.InvariantCulture) is var last && last < 1)
        {
            throw new OverridesException($"/keys/{table}/first", "The number in it is at least 1 and has at most 15 digits.");
        }

        if (number)
        {
            return digits == first.Length ? last - 1 : throw new OverridesException($"/keys/{table}/first", "The keys of this table are numbers.");
        }

        return first[..^digits] + (last - 1).ToString(CultureInfo.InvariantCulture).PadLeft(digits, '0');
    }
}
