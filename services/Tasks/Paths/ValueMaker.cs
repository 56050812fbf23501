using System.Globalization;
using AgentScaler.Environments.Schema;
using AgentScaler.Environments.Values;
using AgentScaler.Language;
using AgentScaler.Language.Values;
using AgentScaler.Tasks.Reading;

namespace AgentScaler.Tasks.Paths;

/// <summary>Makes the new values that a user brings: a value of the column in another row, or a new one of its kind.</summary>
internal sealed class ValueMaker(PathDraft draft)
{
    private static readonly string[] Late =
        ["end", "to", "until", "return", "checkout", "out", "before", "expiry", "expires", "due", "finish", "stop", "deadline", "max", "maximum"];

    /// <param name="column">The column into which the value is written, or with which it is compared, or null.</param>
    /// <param name="current">The column's value in the row that changes, or null.</param>
    /// <param name="pasted">Whether the user may have a machine's identifier at hand: a hash, a resource's name.</param>
    public Value? Make(ParameterModel parameter, TableModel? table, ColumnSchema? column, Value current, bool pasted = false)
    {
        for (var attempt = 0; attempt < 6; attempt++)
        {
            var value = Once(parameter, table, column, current, attempt, pasted);
            if (value is { } made
                && made != current
                && (made.IsBoolean || (pasted ? ColumnNature.Pastable(made) : ColumnNature.Sayable(made)))
                && InBounds(parameter, made))
            {
                return made;
            }
        }

        return null;
    }

    private Value? Once(ParameterModel parameter, TableModel? table, ColumnSchema? column, Value current, int attempt, bool pasted)
    {
        if ((parameter.Enum ?? column?.Enum) is { Count: > 0 } values)
        {
            if (column?.LifeCycle is { } life && current.IsString && life.Transitions.TryGetValue(current.AsString, out var next))
            {
                var allowed = values.Where(v => v.IsString && next.Contains(v.AsString)).ToList();
                values = allowed.Count > 0 && attempt < 3 ? allowed : values;
            }

            return draft.Random.Pick(values);
        }

        if (parameter.Type == "boolean")
        {
            return current.IsBoolean ? !current.AsBoolean : draft.Random.Chance(0.7);
        }

        var elsewhere = attempt < 3 && table is not null && column is not null && Reusable(table, column) ? Elsewhere(table, column, parameter) : [];
        if (elsewhere.Count > 1)
        {
            return draft.Random.Pick(elsewhere);
        }

        var owner = table?.Noun.Split(' ')[^1];
        var semantic = column?.Semantic ?? Semantics.Of(parameter.Name, NodeKind.String, parameter.Format, owner);
        var random = new DeterministicRandom((long)(draft.Random.NextBits() >> 1), parameter.Name);
        return parameter.Type switch
        {
            "integer" => Integer(parameter, semantic, owner, random),
            "number" => Number(parameter, semantic, owner, random),
            "string" => Text(parameter, column, semantic, owner, random, pasted),
            _ => null,
        };
    }

    /// <summary>Whether values may repeat. Keys, unique sets and names of single things may not.</summary>
    private static bool Reusable(TableModel table, ColumnSchema column) =>
        !table.Schema.PrimaryKey.Contains(column.Name)
        && !table.Schema.Unique.Any(u => u.Contains(column.Name))
        && column.Type is not (ColumnType.Date or ColumnType.Datetime)
        && ColumnNature.Rank(column, table.Schema) is null or >= 2;

    private List<Value> Elsewhere(TableModel table, ColumnSchema column, ParameterModel parameter) =>
        [.. draft.Rows.Rows(table.Name).Take(200).Select(r => r[column.Name])
            .Where(v => ColumnNature.Sayable(v) && (parameter.Type is "integer" ? v.IsInteger : parameter.Type is "number" ? v.IsNumber : v.IsString))
            .Distinct().OrderBy(v => v.ToCanonicalJson(), StringComparer.Ordinal)];

    private static Value Integer(ParameterModel parameter, string? semantic, string? owner, DeterministicRandom random)
    {
        var (low, high) = SemanticText.IntegerRange(semantic, parameter.Name, owner);
        low = Math.Max(low, parameter.Minimum is { } min ? (long)Math.Ceiling(Math.Clamp(min, -1e15, 1e15)) : long.MinValue);
        high = Math.Max(low, Math.Min(high, parameter.Maximum is { } max ? (long)Math.Floor(Math.Clamp(max, -1e15, 1e15)) : long.MaxValue));
        return random.Between(low, high);
    }

    private static Value Number(ParameterModel parameter, string? semantic, string? owner, DeterministicRandom random)
    {
        var (low, high) = SemanticText.NumberRange(semantic, parameter.Name, owner);
        low = Math.Max(low, parameter.Minimum ?? low);
        high = Math.Max(low, Math.Min(high, parameter.Maximum ?? high));
        return Math.Round(low + ((high - low) * random.Fraction()), 1, MidpointRounding.ToEven);
    }

    private Value? Text(ParameterModel parameter, ColumnSchema? column, string? semantic, string? owner, DeterministicRandom random, bool pasted)
    {
        if (parameter.Pattern is { } pattern && PatternSampler.Sample(pattern, random) is { } sampled)
        {
            return sampled;
        }

        if (parameter.Format is "date" || column?.Type is ColumnType.Date || (parameter.Format is null && column is null && semantic == "date"))
        {
            return Day(parameter.Name, random);
        }

        if (parameter.Format is "date-time" || column?.Type is ColumnType.Datetime || (parameter.Format is null && column is null && semantic == "datetime"))
        {
            return string.Create(CultureInfo.InvariantCulture, $"{Day(parameter.Name, random)}T{random.Between(8, 17):00}:{random.Below(4) * 15:00}:00Z");
        }

        if (!pasted && (parameter.Format is "uuid" || semantic is "uuid" or "token" or "arn"))
        {
            return null;
        }

        var text = SemanticText.Make(semantic, parameter.Name, random, owner);
        return parameter.MaxLength is { } most && text.Length > most ? text[..most].Trim() : text;
    }

    private static string Day(string name, DeterministicRandom random)
    {
        // Ends come after beginnings, so the two ends of a period are drawn from different months.
        var late = Words.Split(name).Any(Late.Contains);
        var day = new DateOnly(2026, late ? 5 : 2, 1).AddDays((int)random.Between(0, 80));
        return day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    private static bool InBounds(ParameterModel parameter, Value value) =>
        !value.IsString || (value.AsString.Length >= (parameter.MinLength ?? 0) && value.AsString.Length <= (parameter.MaxLength ?? int.MaxValue));
}
