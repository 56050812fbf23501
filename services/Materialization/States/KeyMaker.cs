using System.Globalization;
using AgentScaler.Environments.JsonSchemas;
using AgentScaler.Environments.Schema;
using AgentScaler.Environments.Values;
using AgentScaler.Language;
using AgentScaler.Language.Values;
using AgentScaler.Language.Values.Vocabulary;

namespace AgentScaler.Materialization.States;

/// <summary>Makes the primary keys of a table in a short style that fits the column: ORD-1001, a number, a UUID, a slug.</summary>
internal sealed class KeyMaker
{
    private const int MaxTries = 40;
    private readonly TableModel _table;
    private readonly DeterministicRandom _random;
    private readonly HashSet<Value> _taken = [];
    private readonly SchemaNode _node;
    private readonly bool _numeric;
    private readonly int _minimum;
    private readonly int _maximum;
    private readonly int _base;
    private readonly IReadOnlyList<SchemaNode> _nodes;
    private readonly IReadOnlyList<SchemaNode> _asked;
    private readonly string? _stem;
    private readonly string? _first;

    /// <param name="first">The first key, where the user says it.</param>
    public KeyMaker(TableModel table, DomainModel plan, ColumnDemands demands, DeterministicRandom random, string? first)
    {
        _first = first;
        _table = table;
        _random = random;
        _base = 1001 + (random.Below(8) * 100);
        List<SchemaNode> nodes = [.. table.Key.Node is { } own
            ? [own]
            : Array.Empty<SchemaNode>(), .. table.Key.Schemas, .. plan.Tools.Where(i => i.Key?.Column == table.Key).Select(i => i.Key!.Parameter.Node)];
        _asked = demands.Of(table, table.Key);
        nodes.AddRange(_asked.Where(a => !nodes.Contains(a)));
        _node = Strictest(nodes);
        _numeric = nodes.Any(n => n.Kind is NodeKind.Integer or NodeKind.Number);
        _minimum = nodes.Max(n => n.MinLength) ?? 0;
        _maximum = nodes.Min(n => n.MaxLength) ?? int.MaxValue;
        _nodes = nodes;
        _stem = table.Key.Equality == Equality.Generated && nodes.Any(n => n.Pattern is not null) ? Stem() : null;
    }

    /// <summary>The key of the row with this index. Null if the schema allows no further key.</summary>
    public Value? Next(int index)
    {
        for (var attempt = 0; attempt < MaxTries; attempt++)
        {
            var key = _first is not null ? Counted(_first, index + attempt)
                : _table.Key.Type == ColumnType.Integer ? Number(index, attempt) : Text(index, attempt);
            if (_taken.Add(key))
            {
                return key;
            }
        }

        return null;
    }

    /// <summary>A key that counts on from the first one.</summary>
    private Value Counted(string first, int index)
    {
        var digits = first.Reverse().TakeWhile(char.IsAsciiDigit).Count();
        var number = (long.Parse(first.AsSpan(first.Length - digits), CultureInfo.InvariantCulture) + index).ToString(CultureInfo.InvariantCulture);
        var text = first[..^digits] + number.PadLeft(digits, '0');
        return _table.Key.Type == ColumnType.Integer ? double.Parse(text, CultureInfo.InvariantCulture) : text;
    }

    /// <summary>The node that asks for most; what meets it meets the others in all likelihood.</summary>
    public static SchemaNode Strictest(IReadOnlyList<SchemaNode> nodes) =>
        nodes.FirstOrDefault(n => n.Enum is not null) ?? nodes.FirstOrDefault(n => n.Pattern is not null)
        ?? nodes.FirstOrDefault(n => n.Format is not null)
            ?? nodes.FirstOrDefault(n => n.MinLength is not null || n.MaxLength is not null || n.Minimum is not null || n.Maximum is not null)
        ?? nodes.FirstOrDefault() ?? SchemaNodes.Of(ColumnType.String);

    private Value Number(int index, int attempt)
    {
        if (_node.Enum is { Count: > 0 } values && values.All(v => v.IsInteger))
        {
            return values[(index + attempt) % values.Count];
        }

        var number = (long)_base + index + attempt;
        var (low, high) = (_node.Minimum ?? 1, _node.Maximum ?? Value.MaxInteger);
        return number >= low && number <= high ? number : (long)Math.Clamp(low, -Value.MaxInteger, Value.MaxInteger) + index + attempt;
    }

    private Value Text(int index, int attempt)
    {
        if (_node.Enum is { Count: > 0 } values && values.All(v => v.IsString))
        {
            return values[(index + attempt) % values.Count];
        }

        if (_numeric)
        {
            // Some tools take the key as a number, so every key reads as one.
            return (_base + index + attempt).ToString(CultureInfo.InvariantCulture);
        }

        if (_stem is not null)
        {
            return _stem + (_base + index + attempt).ToString(CultureInfo.InvariantCulture);
        }

        var plain = _node.Format is "uuid" or "guid" ? SemanticText.Uuid(_random) : Named(index, attempt);
        var fitting = _nodes.All(n => TextCheck.Meets(n, plain)) ? plain
            : _nodes.Where(n => n.Pattern is not null).Select(n => PatternSampler.Sample(n.Pattern!, _random, _minimum, Math.Max(_minimum, _maximum)))
                .FirstOrDefault(s => s is not null && _nodes.All(n => TextCheck.Meets(n, s)));
        return fitting ?? InTurn(index + attempt) ?? plain;
    }

    /// <summary>Where no text meets what every tool asks, each tool in turn gets a row that it can name.</summary>
    private string? InTurn(int turn)
    {
        var asked = _asked.Where(TextCheck.Demands).ToList() is { Count: > 0 } some ? some : _nodes.Where(n => n.Pattern is not null).ToList();
        if (asked.Count == 0)
        {
            return null;
        }

        var one = asked[turn % asked.Count];
        return one.Pattern is { } pattern
            ? PatternSampler.Sample(pattern, _random, one.MinLength ?? 0, Math.Max(one.MinLength ?? 0, one.MaxLength ?? int.MaxValue))
            : one.Format is "uuid" or "guid" ? SemanticText.Uuid(_random) : null;
    }

    private string Named(int index, int attempt)
    {
        if (_node.Format is { Length: > 0 } format && format is "email" or "uri" or "url" or "hostname" or "date" or "date-time" or "ipv4")
        {
            return SemanticText.Make(Semantics.Of(_table.Key.Name, NodeKind.String, _node.Format, _table.Singular), _table.Key.Name, _random, _table.Singular);
        }

        var words = _table.Key.Words;
        string text;
        if (words[^1] is "name" or "slug" or "username" or "handle" or "title" or "symbol" or "ticker" or "email" or "city" or "country" or "login")
        {
            text = words[^1] switch
            {
                "symbol" or "ticker" => PlausibleLists.Tickers[(index + attempt) % PlausibleLists.Tickers.Length]
                    + (index + attempt >= PlausibleLists.Tickers.Length ? index.ToString(CultureInfo.InvariantCulture) : ""),
                "email" or "username" or "city" or "country" or "login" =>
                    SemanticText.Make(Semantics.Of(_table.Key.Name, NodeKind.String, null, _table.Singular), _table.Key.Name, _random, _table.Singular),
                "title" => PlausibleLists.Titles[(index + attempt + _base) % PlausibleLists.Titles.Length]
                    + (index >= PlausibleLists.Titles.Length ? $" {index + 1}" : ""),
                _ => Slug(attempt),
            };
        }
        else if (Codes.Of(words, _table.Singular, _random) is { } code && code.Length >= _minimum && code.Length <= _maximum)
        {
            return code;
        }
        else
        {
            var prefix = words.Count == 1 || words[^1] is not ("id" or "number" or "key" or "code" or "uuid")
                ? SemanticText.Prefix(_table.Singular)
                : SemanticText.Prefix(_table.Key.Name);
            text = string.Create(CultureInfo.InvariantCulture, $"{prefix}-{_base + index + attempt}");
        }

        if (_maximum is var most && text.Length > most)
        {
            text = string.Create(CultureInfo.InvariantCulture, $"{_base + index + attempt}");
            text = text.Length > most ? text[^Math.Max(1, most)..] : text;
        }

        return text.Length < _minimum ? text.PadRight(Math.Min(_minimum, 512), '0') : text;
    }

    /// <summary>A key that names the thing as addresses do; a number tells apart things whose names are used up.</summary>
    private string Slug(int attempt)
    {
        var slug = SemanticText.Slug(new TextSubject(_table.Key.Name, _table.Singular), _random);
        return attempt < MaxTries / 2 ? slug : string.Create(CultureInfo.InvariantCulture, $"{slug}-{_random.Between(2, 999)}");
    }

    /// <summary>
    /// What all keys of a table begin with where a number after it meets every pattern: the session counts on from there, so
    /// that keys made later meet the patterns too. Null where no such beginning was found.
    /// </summary>
    private string? Stem()
    {
        var first = _base.ToString(CultureInfo.InvariantCulture);
        var prefix = SemanticText.Prefix(_table.Singular);
        if (new[] { prefix + "-", prefix.ToLowerInvariant() + "-", prefix,
            prefix.ToLowerInvariant() }.FirstOrDefault(s => _nodes.All(n => TextCheck.Meets(n, s + first))) is { } plain)
        {
            return plain;
        }

        for (var attempt = 0; attempt < MaxTries; attempt++)
        {
            var pattern = _nodes.Where(n => n.Pattern is not null).ElementAt(attempt % _nodes.Count(n => n.Pattern is not null)).Pattern!;
            if (PatternSampler.Sample(pattern, _random, Math.Max(_minimum, first.Length), _maximum) is not { } sampled)
            {
                continue;
            }

            var stem = sampled[..^Math.Min(first.Length, sampled.Length)];
            if (_nodes.All(n => TextCheck.Meets(n, stem + first)))
            {
                return stem;
            }
        }

        return null;
    }
}
