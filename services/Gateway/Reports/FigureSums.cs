using System.Text.Json;
using System.Text.Json.Nodes;

namespace AgentScaler.Gateway.Reports;

/// <summary>Adds up figures of many documents: numbers are summed, objects member by member.</summary>
internal sealed class FigureSums
{
    private readonly SortedDictionary<string, double> _numbers = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, FigureSums> _objects = new(StringComparer.Ordinal);

    public double this[string name] => _numbers.GetValueOrDefault(name);

    public FigureSums Of(string name) => _objects.TryGetValue(name, out var inner) ? inner : new FigureSums();

    public void Add(JsonElement figures)
    {
        if (figures.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        foreach (var property in figures.EnumerateObject())
        {
            if (property.Value.ValueKind == JsonValueKind.Number)
            {
                _numbers[property.Name] = _numbers.GetValueOrDefault(property.Name) + property.Value.GetDouble();
            }
            else if (property.Value.ValueKind == JsonValueKind.Object)
            {
                if (!_objects.TryGetValue(property.Name, out var inner))
                {
                    _objects[property.Name] = inner = new FigureSums();
                }

                inner.Add(property.Value);
            }
        }
    }

    /// <summary>All sums as JSON, with names in ordinal order and numeric names in numeric order.</summary>
    public JsonObject ToJson()
    {
        var result = new JsonObject();
        foreach (var (name, sum) in _numbers.OrderBy(pair => int.TryParse(pair.Key, out var number) ? number : int.MaxValue)
            .ThenBy(pair => pair.Key, StringComparer.Ordinal))
        {
            result[name] = Number(sum);
        }

        foreach (var (name, inner) in _objects)
        {
            result[name] = inner.ToJson();
        }

        return result;
    }

    /// <summary>Returns a share, rounded to four places. It is 1 if the whole is 0.</summary>
    public static JsonNode Share(double part, double whole) => JsonValue.Create(whole == 0 ? 1 : Math.Round(part / whole, 4));

    public static JsonNode Number(double value) => value == Math.Floor(value) && Math.Abs(value) < 1e15
        ? JsonValue.Create((long)value)
        : JsonValue.Create(Math.Round(value, 6));
}
