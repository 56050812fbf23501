using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using AgentScaler.Environments.JsonSchemas;
using AgentScaler.Language;
using AgentScaler.Tools;

namespace AgentScaler.Materialization.SchemaInference.Spoken;

/// <summary>
/// The schemas of members that prose only names: what an argument of the same name takes, what a sentence says of the member, else what its name speaks of.
/// </summary>
internal sealed partial class MemberTypes
{
    private const int MaxDepth = 6;

    /// <summary>Words of lists of plain texts.</summary>
    private static readonly HashSet<string> Lists = new(StringComparer.Ordinal)
    {
        "tags", "labels", "names", "emails", "ids", "keywords", "genres", "languages", "skills", "categories", "roles", "allergens", "features", "sizes",
        "colors", "colours",
        "aliases", "phones", "codes", "urls", "images", "trades", "topics", "permissions", "amenities", "ingredients",
    };

    private readonly Dictionary<string, SchemaNode> _arguments = new(StringComparer.Ordinal);
    private readonly string _texts;

    /// <summary>Whether arguments take money in fractions, so that members hold it so too.</summary>
    private readonly bool _decimal;

    private readonly SpokenThings _things;

    public MemberTypes(IReadOnlyList<ToolSpecification> tools, SpokenThings things)
    {
        _things = things;
        _texts = string.Join("\n", tools.Select(t => t.Description));
        foreach (var property in tools.SelectMany(t => SchemaDocument.Read(t.Parameters).Properties).Where(p => p.Node.Kind != NodeKind.Any))
        {
            _arguments.TryAdd(property.Name, property.Node);
        }

        _decimal = _arguments.Any(a => a.Value.Kind == NodeKind.Number && Words.OfMember(a.Key).Any(w => w is "price" || IsMoney(w)));
    }

    /// <summary>The schema of a thing that is known by its name.</summary>
    public JsonNode Thing(string thing) => _things.Spoken(thing) is { } shape ? Schema(shape, thing, 0) : _things.Declared(thing)!;

    public JsonNode Schema(SpokenObject shape) => Schema(shape, "", 0);

    private JsonObject Schema(SpokenObject shape, string thing, int depth)
    {
        var (properties, required) = (new JsonObject(), new JsonArray());
        foreach (var member in shape.Members.DistinctBy(m => m.Name))
        {
            properties[member.Name] = Of(member, thing, depth);
            if (!member.Optional)
            {
                required.Add(member.Name);
            }
        }

        var schema = new JsonObject { ["type"] = "object", ["properties"] = properties };
        if (required.Count > 0)
        {
            schema["required"] = required;
        }

        return schema;
    }

    private JsonNode Of(SpokenMember member, string thing, int depth)
    {
        var schema = member.Type is null ? Named(member.Name, thing) : Typed(member.Type, member.Name, depth + 1);
        if (member.Note.Length > 0 && schema is JsonObject noted && !noted.ContainsKey("properties"))
        {
            noted["description"] = member.Note;
        }

        if (schema is JsonObject plain && (Missing().IsMatch(member.Note) || IsNullable(member.Name)) && plain["type"] is JsonValue type)
        {
            plain["type"] = new JsonArray(type.DeepClone(), "null");
            if (plain["enum"] is JsonArray values)
            {
                values.Add((JsonNode?)null);
            }
        }

        return schema;
    }

    private JsonNode Typed(SpokenType type, string name, int depth) => type switch
    {
        SpokenObject shape when depth < MaxDepth => Schema(shape, Words.ResourceKey(Words.Split(name)), depth),
        SpokenList { Item: { } item } => List(Typed(item, name, depth + 1)),
        SpokenList => List(Item(name)),
        SpokenWord { Word: var word } => Word(word, name),
        _ => new JsonObject(),
    };

    private static JsonObject List(JsonNode item) => new() { ["type"] = "array", ["items"] = item };

    private JsonNode Item(string name) => _things.Among(Words.Split(name)) is { } thing ? Thing(thing) : Plain("string");

    private JsonNode Word(string word, string name) => word.ToLowerInvariant() switch
    {
        "string" or "str" or "text" => Plain("string"),
        "int" or "integer" => Plain("integer"),
        "number" or "float" or "decimal" or "num" => Plain("number"),
        "bool" or "boolean" => Plain("boolean"),
        "date" => Plain("string", "date"),
        "datetime" or "timestamp" or "time" or "instant" => Plain("string", "date-time"),
        var choice when choice.Contains('|') => new JsonObject { ["type"] = "string", ["enum"] = new JsonArray([.. word.Split('|').Select(v => (JsonNode)v)]) },
        _ => _things.Among(Words.Split(word)) is { } thing ? Thing(thing) : Named(name, ""),
    };

    /// <summary>What a name alone, and the texts about it, say of the values of a member.</summary>
    private JsonNode Named(string name, string thing)
    {
        var words = Words.OfMember(name);
        var argument = _arguments.GetValueOrDefault(name) ?? _arguments.GetValueOrDefault($"{thing}_{name}");
        if (argument is not { Enum: not null } && Values(name) is { Count: > 1 } values)
        {
            return new JsonObject { ["type"] = "string", ["enum"] = new JsonArray([.. values.Select(v => (JsonNode)v)]) };
        }

        if (argument is not null)
        {
            return Taken(argument);
        }

        var last = words[^1];
        if (words is [.., "ids"] || Lists.Contains(last) || (Words.IsPlural(last) && (_things.Knows(Words.Singular(last))
            || _arguments.ContainsKey(Words.Singular(last)))))
        {
            return List(_arguments.GetValueOrDefault(Words.Singular(last)) is { } one ? Taken(one)
                : _things.Knows(Words.Singular(last)) ? Thing(Words.Singular(last)) : Plain("string"));
        }

        return ByName(words);
    }

    private JsonObject ByName(IReadOnlyList<string> words) => (words[0], words[^1]) switch
    {
        (_, "id" or "code" or "key" or "name" or "title" or "email" or "phone" or "address") => Plain("string"),
        ("is" or "has" or "can" or "was", _) when words.Count > 1 => Plain("boolean"),
        ("on", "leave") or (_, "occupied" or "active" or "enabled" or "archived" or "available" or "locked" or "verified" or "concession") => Plain("boolean"),
        (_, "at") => Plain("string", "date-time"),
        (_, "on" or "date" or "since" or "day" or "until") => Plain("string", "date"),
        (_, "kg" or "km" or "cm" or "percent" or "price" or "rating" or "average" or "weight" or "share" or "rate") => Plain("number"),
        _ when _decimal && (words.Any(IsMoney) || (words.Contains("limit") && words.Any(IsOfMoney))) => Plain("number"),
        (_, "count" or "number" or "total" or "sum" or "position" or "rank" or "quantity" or "amount" or "cents" or "minutes" or "days" or "age" or "year"
            or "score"
            or "capacity" or "limit" or "balance" or "rent" or "fee" or "cost" or "offset" or "left" or "size" or "floor" or "level" or "discount"
                or "page" or "m2"
            or "season") => Plain("integer"),
        _ when words.Any(w => w is "amount" or "sum" or "deductible" or "premium" or "deposit") => Plain("number"),
        _ when IsCount(words[^1]) => Plain("integer"),
        _ => Plain("string"),
    };

    /// <summary>A note that says that there may be nothing: "null until paid", "if any".</summary>
    [GeneratedRegex(@"\bnull\b|\bif (?:any|there is one|known|set)\b|\bor none\b|\bempty until\b|\bonly (?:when|if|once|for)\b|\bonce \w+ed\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Missing();

    private static bool IsMoney(string word) => word is "amount" or "sum" or "balance" or "fee" or "fees" or "cost" or "costs" or "rent" or "total" or "subtotal"
        or "due"
        or "paid" or "credit" or "budget" or "discount" or "refund" or "refunded" or "payout" or "proceeds" or "tax" or "bid" or "exposure" or "charge" or "charged";

    /// <summary>Words that make a limit one of money.</summary>
    private static bool IsOfMoney(string word) => word is "annual" or "spending" or "coverage" or "insured" or "overdraft" or "left" or "remaining" or "bidding";

    /// <summary>Whether a word in the plural says how many there are, and names no text.</summary>
    private static bool IsCount(string word) => Words.IsPlural(word)
        && word is not ("address" or "status" or "notes" or "details" or "comments" or "news" or "class" or "business" or "progress");

    /// <summary>The schema of an argument, without what is said to the caller.</summary>
    private static JsonObject Taken(SchemaNode argument)
    {
        var taken = Plain(argument.Kind.ToString().ToLowerInvariant(), argument.Format
            ?? (argument.Kind == NodeKind.String ? Format(argument.Description ?? "") : null));
        if (argument.Enum is { } values)
        {
            // A filter may ask for all rows; no row is "all".
            taken["enum"] = new JsonArray([.. values.Where(v => !v.IsString || v.AsString is not ("all" or "any"))
                .Select(v => JsonNode.Parse(v.ToJson()))]);
        }

        if (argument.Kind == NodeKind.Array)
        {
            taken["items"] = argument.Items.Kind == NodeKind.Any ? new JsonObject() : Taken(argument.Items);
        }

        return taken;
    }

    /// <summary>The form of a date or a time that a description gives.</summary>
    private static string? Format(string description) => Instants().IsMatch(description) ? "date-time" : Days().IsMatch(description) ? "date" : null;

    [GeneratedRegex(@"YYYY-MM-DD[T ]|\bISO[ -]?8601 (?:timestamp|date-?time|instant)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Instants();

    [GeneratedRegex(@"YYYY-MM-DD|\bISO[ -]?(?:8601 )?date\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Days();

    /// <summary>"status is one of vacant, offered, let", "state is pending or done".</summary>
    private List<string> Values(string name)
    {
        var said = Regex.Match(_texts, $@"(?<![\w.]|\b(?:if|unless|when|where|while|only) ){Regex.Escape(name)}`? (?:is|are|can be)(?: either| always)? (?:one of|any of)?:?\s*(?<values>[`'""]?\w+[`'""]?(?:, [`'""]?\w+[`'""]?)*,? (?:or|and) [`'""]?\w+|[`'""]?\w+[`'""]?(?:, [`'""]?\w+[`'""]?)+)[`'""]?\s*(?=[.;)\n]|$)", RegexOptions.CultureInvariant);
        return said.Success
            ? [.. Separator().Split(said.Groups["values"].Value).Select(v => v.Trim('`', '\'',
                '"', ' ')).Where(v => v.Length > 0 && v is not ("null" or "the" or "a"))]
            : [];
    }

    private bool IsNullable(string name) => Regex.IsMatch(_texts,
        $@"(?<![\w.]){Regex.Escape(name)}`?(?:,? (?:and )?`?\w+`?){{0,4}} (?:is|are|may be|can be|stays?|reads?) null\b", RegexOptions.CultureInvariant);

    private static JsonObject Plain(string type, string? format = null) => format is null ? new JsonObject { ["type"] = type }
        : new JsonObject { ["type"] = type, ["format"] = format };

    [GeneratedRegex(@",? (?:or|and) |, ")]
    private static partial Regex Separator();
}
