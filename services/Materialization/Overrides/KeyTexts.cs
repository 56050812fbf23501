using AgentScaler.Environments.Values;
using AgentScaler.Materialization.SchemaInference;

namespace AgentScaler.Materialization.Overrides;

/// <summary>Which column is the key of a table, and how keys are written: <c>"id"</c> or <c>{"column": "id", "first": "ORD-1001"}</c>.</summary>
internal sealed class KeyTexts
{
    private readonly Sayings<string> _columns = new();
    private readonly Sayings<string> _forms = new();

    /// <summary>Table to key column.</summary>
    public IReadOnlyDictionary<string, Said<string>> Columns => _columns.All;

    /// <summary>Table to the first key that is made; those after it count on.</summary>
    public IReadOnlyDictionary<string, Said<string>> Forms => _forms.All;

    /// <exception cref="OverridesException">An entry names no column.</exception>
    public void Read(Value keys, string place, Source source)
    {
        foreach (var (table, given) in OverrideText.Object(keys, place))
        {
            var at = $"{place}/{table}";
            if (given.IsObject)
            {
                OverrideText.Members(given, at, ["column", "first"]);
            }

            var column = given.IsObject ? OverrideText.Text(given["column"], $"{at}/column") : OverrideText.Text(given, at);
            var first = given.IsObject ? given["first"] : Value.Null;
            if (column is null && first.IsNull)
            {
                throw new OverridesException(at, "Expected the name of a column, or its \"column\" and the \"first\" key.");
            }

            if (column is not null)
            {
                _columns.Say(table, column, source);
            }

            if (!first.IsNull)
            {
                _forms.Say(table, Form(first, $"{at}/first"), source);
            }
        }
    }

    private static string Form(Value first, string place) => first.IsInteger ? first.ToJson()
        : first.IsString && first.AsString.Length is > 0 and <= 60 && char.IsAsciiDigit(first.AsString[^1]) ? first.AsString
        : throw new OverridesException(place, "Expected a whole number, or a text that ends in one: the keys after it count on.");
}
