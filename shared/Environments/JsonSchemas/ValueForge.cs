using System.Globalization;
using AgentScaler.Environments.Values;
using AgentScaler.Language;
using AgentScaler.Language.Values;

namespace AgentScaler.Environments.JsonSchemas;

/// <summary>Makes a plausible value for a JSON Schema node, by its kind, bounds and meaning.</summary>
public sealed class ValueForge(DeterministicRandom random, Action<string, string, ValueOrigin>? told = null)
{
    public const int MaxDepth = 5;
    private const int MaxOptionalProperties = 24;

    /// <summary>The most items that are made for a list, whatever its schema demands. A row with more serves no task.</summary>
    private const int MaximumItems = 1_000;

    private readonly TextForge _texts = new(random) { Told = told };

    public DeterministicRandom Random => random;

    /// <param name="owner">The singular of the value's table. It tells the name of a person from the name of a thing.</param>
    /// <param name="stated">The texts that the documents state for the place. Null if only the schema tells them.</param>
    public Value Make(SchemaNode node, string name, string? owner, int depth = 0, StatedTexts? stated = null)
    {
        if (node.Enum is { Count: > 0 } values)
        {
            return random.Pick(values);
        }

        switch (node.Kind)
        {
            case NodeKind.Boolean:
                return random.Chance(0.5);
            case NodeKind.Integer:
                return Integer(node, name, owner);
            case NodeKind.Number:
                return Number(node, name, owner);
            case NodeKind.String:
                return Text(node, name, owner, stated);
            case NodeKind.Array:
                return Array(node, name, owner, depth);
            case NodeKind.Object:
                return Object(node, name, depth);
            case NodeKind.Null:
                return Value.Null;
            default:
                return _texts.Make(node, name, owner, Semantics.Of(name, NodeKind.String, null, owner), stated);
        }
    }

    private Value Array(SchemaNode node, string name, string? owner, int depth)
    {
        var low = Math.Min(node.MinItems ?? 0, MaximumItems);
        if (depth >= MaxDepth)
        {
            low = Math.Min(low, 1);
            if (low == 0)
            {
                return Value.EmptyArray;
            }
        }

        if (depth > MaxDepth + 3)
        {
            return Value.EmptyArray;
        }

        var high = Math.Min(node.MaxItems ?? int.MaxValue, Math.Max(low, depth == 0 ? 3 : 2));
        var count = low + random.Below(high - low + 1);
        var single = Words.Singular(name);
        var items = new List<Value>();
        for (var i = 0; i < count; i++)
        {
            var item = Make(node.Items, single, node.Items.Scalar ? owner : null, depth + 1);
            if (!items.Contains(item) || (!node.UniqueItems && !item.IsString))
            {
                items.Add(item);
            }
        }

        return Value.From(items);
    }

    private Value Object(SchemaNode node, string name, int depth)
    {
        var names = new List<string>();
        var values = new List<Value>();
        if (depth <= MaxDepth + 3)
        {
            var optional = 0;
            var owner = Words.Snake(Words.Split(Words.Singular(name)));
            foreach (var property in node.Properties)
            {
                if (!property.Required && (depth >= MaxDepth - 1 || optional++ >= MaxOptionalProperties || (depth > 1 && !property.Node.Scalar)))
                {
                    continue;
                }

                names.Add(property.Name);
                values.Add(Make(property.Node, property.Name, owner, depth + 1));
            }

            if (names.Count == 0 && node.Additional is { } additional && depth < MaxDepth && additional.Kind != NodeKind.Any)
            {
                names.Add("primary");
                values.Add(Make(additional, additional.Kind == NodeKind.String ? Words.Singular(name) + "_value" : name, null, depth + 1));
            }
        }

        return names.Count == 0 ? Value.EmptyObject : Value.From(new ObjectValue([.. names], [.. values]));
    }

    private Value Integer(SchemaNode node, string name, string? owner)
    {
        var (low, high) = SemanticText.IntegerRange(Semantics.Of(name, NodeKind.Integer, node.Format, owner), name, owner);
        (low, high) = Bound(low, high, Clamp(node.Minimum), Clamp(node.Maximum));
        var step = node.MultipleOf is { } m and >= 1 && Math.Floor(m) == m ? (long)m : 1;
        var drawn = random.Between(low, high);
        var rounded = drawn - (((drawn % step) + step) % step);
        return rounded < low && rounded + step <= high ? rounded + step : rounded;
    }

    private Value Number(SchemaNode node, string name, string? owner)
    {
        var semantic = Semantics.Of(name, NodeKind.Number, node.Format, owner);
        var (low, high) = SemanticText.NumberRange(semantic, name, owner);
        if (node.Minimum is { } minimum && (low < minimum || high < minimum))
        {
            (low, high) = (minimum, Math.Max(high, minimum + Math.Max(1, Math.Abs(minimum))));
        }

        if (node.Maximum is { } maximum && high > maximum)
        {
            high = maximum;
            low = Math.Max(Math.Min(low, maximum), node.Minimum ?? Math.Min(low, maximum - Math.Max(1, Math.Abs(maximum))));
        }

        if (node.MultipleOf is { } step and > 0)
        {
            var count = Math.Ceiling(low / step) + random.Below((int)Math.Clamp(Math.Floor(high / step) - Math.Ceiling(low / step) + 1, 1, 10_000));
            return (double)((decimal)Math.Clamp(count, -1e9, 1e9) * (decimal)Math.Clamp(step, 1e-9, 1e9));
        }

        var drawn = low + (random.Fraction() * (high - low));
        var rounded = Math.Round(drawn, semantic is "latitude" or "longitude" ? 4 : 2, MidpointRounding.ToEven);
        return rounded < low || rounded > high ? drawn : rounded;
    }

    private Value Text(SchemaNode node, string name, string? owner, StatedTexts? stated)
    {
        if (node.Pattern is { } pattern)
        {
            if (_texts.Worded(node, pattern, name, owner, stated) is { } worded)
            {
                return worded;
            }

            if (PatternSampler.Sample(pattern, random, node.MinLength ?? 0, node.MaxLength ?? int.MaxValue) is { } sampled)
            {
                return _texts.Sampled(name, owner, sampled);
            }
        }

        if (node.Example is { IsString: true } example && example.AsString.Length is > 0 and < 200 && node.Pattern is not null)
        {
            return example;
        }

        var semantic = Semantics.Of(name, NodeKind.String, node.Format, owner);
        // A place in three letters is an airport, in two a country.
        semantic =
            (semantic, node.MaxLength) switch { ("city" or "country" or "address", 3) => "airport", ("city" or "country", 2) => "country_code", _ => semantic };
        var text = _texts.Make(node, name, owner, semantic, stated);
        if (node.MaxLength is { } most && text.Length > most)
        {
            text = most >= 8 && text.Contains(' ', StringComparison.Ordinal) ? text[..most].TrimEnd() : text[..most];
        }

        if (node.MinLength is { } least && text.Length < least)
        {
            var fill = string.Create(CultureInfo.InvariantCulture, $"{random.Next():x16}");
            while (text.Length < Math.Min(least, 4096))
            {
                text += fill[..Math.Min(fill.Length, Math.Min(least, 4096) - text.Length)];
            }
        }

        return text;
    }

    private static long? Clamp(double? bound) => bound is { } b ? (long)Math.Clamp(b, -Value.MaxInteger, Value.MaxInteger) : null;

    private static (long Low, long High) Bound(long low, long high, long? minimum, long? maximum)
    {
        if (minimum is { } least && low < least)
        {
            low = least;
            high = Math.Max(high, maximum ?? least + 100);
        }

        if (maximum is { } most && high > most)
        {
            high = most;
            low = Math.Min(Math.Max(low, minimum ?? low), most);
            low = minimum is { } floor ? Math.Max(floor, Math.Min(low, most)) : low;
        }

        return (low, Math.Max(low, high));
    }
}
