using AgentScaler.Environments.Programs.Checking;
using AgentScaler.Environments.Values;

namespace AgentScaler.Environments.Programs;

/// <summary>Reads the JSON form of the expressions of one program, and of the definitions that they call.</summary>
/// <param name="known">The definitions of the domain, which the program's own may add to.</param>
internal sealed class ExpressionReader(string tool, IEnumerable<SharedDefinition>? known = null) : JsonPlaces(tool)
{
    private readonly Dictionary<string, SharedDefinition> _definitions = (known ?? []).ToDictionary(d => d.Name, StringComparer.Ordinal);
    private int _nodes;

    /// <summary>Reads definitions, each of which may call those before it.</summary>
    public IReadOnlyList<SharedDefinition> Definitions(Value json, string place)
    {
        if (json.IsNull)
        {
            return [];
        }

        return json.IsArray ? Each(json, place, Definition) : throw Refuse(place, "Expected an array of definitions.");
    }

    private SharedDefinition Definition(Value json, string place)
    {
        Count(place);
        if (!json.IsObject)
        {
            throw Refuse(place, "A definition is {\"define\": name, \"of\": [parameter...], \"be\": expression}.");
        }

        OnlyNames(json.AsObject, place, "define", "of", "be");
        var name = Text(json["define"], place + "/define");
        if (!VariableNames.Valid(name) || _definitions.ContainsKey(name))
        {
            throw Refuse(place + "/define", $"A definition has an identifier as its name that no other has, found \"{name}\".");
        }

        string[] parameters = json["of"].IsNull ? []
            : json["of"].IsArray ? Each(json["of"], place + "/of", Text) : throw Refuse(place + "/of", "Expected an array of names.");
        if (!Array.TrueForAll(parameters, VariableNames.Valid) || parameters.Distinct(StringComparer.Ordinal).Count() < parameters.Length)
        {
            throw Refuse(place + "/of", "The parameters of a definition are identifiers, each given once.");
        }

        var be = json.AsObject.TryGet("be", out var part) ? Expression(part, place + "/be", 0) : throw Refuse(place, "The definition needs \"be\".");
        return _definitions[name] = new SharedDefinition(name, parameters, be);
    }

    public Expression Expression(Value json, string place, int depth)
    {
        Count(place);
        if (depth > ProgramLimits.ExpressionDepth)
        {
            throw Refuse(place, $"Expressions stand at most {ProgramLimits.ExpressionDepth} deep in each other; bind a part with let.");
        }

        if (json.IsObject)
        {
            throw Refuse(place, "An object is written [\"object\", {name: expression}], or [\"literal\", value] where it is constant.");
        }

        if (!json.IsArray)
        {
            return new Literal(json);
        }

        var form = json.AsArray;
        if (form.Length == 0 || !form[0].IsString)
        {
            throw Refuse(place, "An expression is a scalar or an array whose first item names its form.");
        }

        return Form(form[0].AsString, json, place, depth + 1);
    }

    private Expression Form(string name, Value json, string place, int depth)
    {
        switch (name)
        {
            case "literal":
                Items(json, place, 2, 2);
                return new Literal(json.AsArray[1]);
            case "arg":
                Items(json, place, 2, 2);
                return new Argument(Text(json.AsArray[1], place + "/1"));
            case "given":
                Items(json, place, 2, 2);
                return new Given(Text(json.AsArray[1], place + "/1"));
            case "var":
                Items(json, place, 2, 2);
                return new Variable(Text(json.AsArray[1], place + "/1"));
            case "field":
                Items(json, place, 3, 3);
                return new Field(Expression(json.AsArray[1], place + "/1", depth), Text(json.AsArray[2], place + "/2"));
            case "object":
                Items(json, place, 2, 2);
                return new ObjectLiteral(Members(json.AsArray[1], place + "/1", depth));
            case "array":
                return new ArrayLiteral(Rest(json, 1, place, depth));
            case "if":
                Items(json, place, 4, 4);
                var parts = Rest(json, 1, place, depth);
                return new Conditional(parts[0], parts[1], parts[2]);
            case "get":
                Items(json, place, 3, int.MaxValue);
                return new Get(Text(json.AsArray[1], place + "/1"), Rest(json, 2, place, depth));
            case "whole":
                Items(json, place, 3, 3);
                return new Whole(Text(json.AsArray[1], place + "/1"), Expression(json.AsArray[2], place + "/2", depth));
            case "single":
                Items(json, place, 2, 2);
                return new Get(Text(json.AsArray[1], place + "/1"), []);
            case "let":
                Items(json, place, 4, 4);
                var bound = Rest(json, 2, place, depth);
                return new LetIn(Text(json.AsArray[1], place + "/1"), bound[0], bound[1]);
            case "call":
                Items(json, place, 2, int.MaxValue);
                return Call(json, place, depth);
            case "group":
                Items(json, place, 3, 3);
                return Group(json, place, depth);
            case "select":
                Items(json, place, 2, 3);
                return Select(json, place, depth);
            case "aggregate":
                Items(json, place, 3, 4);
                return Aggregate(json, place, depth);
            case "map":
                Items(json, place, 3, 3);
                return Map(json, place, depth);
            case "now" or "today":
                Items(json, place, 1, 1);
                return new Now(name == "today");
            case "derive":
                Items(json, place, 2, int.MaxValue);
                return new Derive(DerivedTypeReader.Read(json.AsArray[1], Tool, place + "/1"), Rest(json, 2, place, depth));
            case var _ when Words<SearchKind>.TryParse(name, out var kind):
                Items(json, place, 3, 3);
                return Search(kind, json, place, depth);
            default:
                return Words<Operator>.TryParse(name, out var found)
                    ? new Operation(found, Rest(json, 1, place, depth))
                    : throw Refuse(place + "/0", $"There is no form or operator \"{name}\"; a constant array is [\"literal\", [...]].");
        }
    }

    private Call Call(Value json, string place, int depth)
    {
        var name = Text(json.AsArray[1], place + "/1");
        return _definitions.TryGetValue(name, out var definition)
            ? new Call(definition, Rest(json, 2, place, depth))
            : throw Refuse(place + "/1", $"There is no definition \"{name}\" before this place.");
    }

    private SearchItems Search(SearchKind kind, Value json, string place, int depth)
    {
        var options = OptionsAt(json, 2, place);
        OnlyNames(options, place + "/2", "as", "where");
        return new SearchItems(kind, Expression(json.AsArray[1], place + "/1", depth), As(options, place + "/2"), Needed(options, "where", place + "/2", depth));
    }

    private GroupItems Group(Value json, string place, int depth)
    {
        var options = OptionsAt(json, 2, place);
        OnlyNames(options, place + "/2", "as", "by");
        return new GroupItems(Expression(json.AsArray[1], place + "/1", depth), As(options, place + "/2"), Needed(options, "by", place + "/2", depth));
    }

    private Select Select(Value json, string place, int depth)
    {
        var options = OptionsAt(json, 2, place);
        OnlyNames(options, place + "/2", "as", "where", "order", "offset", "limit", "map");
        return new Select(
            Text(json.AsArray[1], place + "/1"),
            As(options, place + "/2"),
            Optional(options, "where", place + "/2", depth),
            Order(options["order"], place + "/2/order", depth),
            Optional(options, "offset", place + "/2", depth),
            Optional(options, "limit", place + "/2", depth),
            Optional(options, "map", place + "/2", depth));
    }

    private Aggregate Aggregate(Value json, string place, int depth)
    {
        var options = OptionsAt(json, 3, place);
        OnlyNames(options, place + "/3", "as", "where", "of");
        var kind = Words<AggregateKind>.TryParse(Text(json.AsArray[1], place + "/1"), out var found)
            ? found
            : throw Refuse(place + "/1", $"Expected one of {string.Join(", ", Words<AggregateKind>.All)}.");
        return new Aggregate(
            kind,
            Text(json.AsArray[2], place + "/2"),
            As(options, place + "/3"),
            Optional(options, "where", place + "/3", depth),
            Optional(options, "of", place + "/3", depth));
    }

    private MapItems Map(Value json, string place, int depth)
    {
        var options = OptionsAt(json, 2, place);
        OnlyNames(options, place + "/2", "as", "where", "order", "do");
        return new MapItems(
            Expression(json.AsArray[1], place + "/1", depth),
            As(options, place + "/2"),
            Optional(options, "where", place + "/2", depth),
            Order(options["order"], place + "/2/order", depth),
            Optional(options, "do", place + "/2", depth));
    }

    private Expression[] Rest(Value json, int from, string place, int depth)
    {
        var parts = new Expression[json.AsArray.Length - from];
        for (var i = 0; i < parts.Length; i++)
        {
            parts[i] = Expression(json.AsArray[from + i], $"{place}/{from + i}", depth);
        }

        return parts;
    }

    public KeyValuePair<string, Expression>[] Members(Value json, string place, int depth)
    {
        if (!json.IsObject)
        {
            throw Refuse(place, "Expected an object of expressions.");
        }

        return [.. json.AsObject.Select(m =>
            KeyValuePair.Create(m.Key, Expression(m.Value, $"{place}/{m.Key}", depth)))];
    }

    private OrderKey[]? Order(Value json, string place, int depth)
    {
        if (json.IsNull)
        {
            return null;
        }

        if (!json.IsArray)
        {
            throw Refuse(place, "Expected an array of sort keys {\"by\": expression, \"descending\": true}.");
        }

        return Each(json, place, (key, at) =>
        {
            if (!key.IsObject || !key.AsObject.TryGet("by", out var by))
            {
                throw Refuse(at, "A sort key is {\"by\": expression, \"descending\": true}.");
            }

            OnlyNames(key.AsObject, at, "by", "descending");
            return new OrderKey(Expression(by, at + "/by", depth), key["descending"].IsTrue);
        });
    }

    private ObjectValue OptionsAt(Value json, int index, string place)
    {
        if (json.AsArray.Length <= index)
        {
            return ObjectValue.Empty;
        }

        return json.AsArray[index].IsObject
            ? json.AsArray[index].AsObject
            : throw Refuse($"{place}/{index}", "Expected an object of options.");
    }

    private string As(ObjectValue options, string place) =>
        options["as"].IsNull ? "row" : Text(options["as"], place + "/as");

    private Expression? Optional(ObjectValue options, string name, string place, int depth) =>
        options[name].IsNull ? null : Expression(options[name], $"{place}/{name}", depth);

    private Expression Needed(ObjectValue options, string name, string place, int depth) =>
        Optional(options, name, place, depth) ?? throw Refuse(place, $"The options need \"{name}\".");

    /// <summary>Counts an expression or a statement.</summary>
    public void Count(string place)
    {
        if (++_nodes > ProgramLimits.Nodes)
        {
            throw Refuse(place, $"A program has at most {ProgramLimits.Nodes} expressions and statements.");
        }
    }
}
