using AgentScaler.Environments.Values;

namespace AgentScaler.Environments.Programs;

/// <summary>Reads the JSON form of one program.</summary>
/// <param name="known">The definitions of the domain, which the program's own may add to.</param>
internal sealed class ProgramReader(string tool, IEnumerable<SharedDefinition>? known = null) : JsonPlaces(tool)
{
    private const string StatementNames = "let, if, guard, fail, insert, update, delete, for or return";
    private readonly ExpressionReader _expressions = new(tool, known);

    public ToolProgram Program(ObjectValue json)
    {
        OnlyNames(json, "", "tool", "writes", "definitions", "body", "evidence");
        if (!json["writes"].IsBoolean)
        {
            throw Refuse("/writes", "Expected true or false: whether the program may change the state.");
        }

        var evidence = json["evidence"];
        if (!evidence.IsNull && !evidence.IsArray)
        {
            throw Refuse("/evidence", "Expected an array of sentences.");
        }

        _expressions.Definitions(json["definitions"], "/definitions");
        return new ToolProgram(
            Tool,
            json["writes"].IsTrue,
            Block(json["body"], "/body", 0),
            evidence.IsNull ? [] : Each(evidence, "/evidence", Text));
    }

    private Statement[] Block(Value json, string place, int depth)
    {
        if (!json.IsArray)
        {
            throw Refuse(place, "Expected an array of statements.");
        }

        if (depth > ProgramLimits.StatementDepth)
        {
            throw Refuse(place, $"Statements stand at most {ProgramLimits.StatementDepth} deep in each other.");
        }

        return Each(json, place, (statement, at) => Statement(statement, at, depth + 1));
    }

    private Statement Statement(Value json, string place, int depth)
    {
        _expressions.Count(place);
        if (!json.IsObject || json.AsObject.Count == 0)
        {
            throw Refuse(place, $"A statement is an object whose first name is {StatementNames}.");
        }

        var o = json.AsObject;
        Expression At(string name) => o.TryGet(name, out var part)
            ? _expressions.Expression(part, $"{place}/{name}", 0)
            : throw Refuse(place, $"The statement needs \"{name}\".");
        string Name(string name) => Text(o[name], $"{place}/{name}");
        string? Bound() => o["as"].IsNull ? null : Name("as");

        // Canonical storage sorts names, so the statement's own name need not come first.
        var kind = Array.Find(Shapes, s => o.TryGet(s.Name, out _))
            ?? throw Refuse(place, $"There is no statement \"{o.Names[0]}\"; expected {StatementNames}.");
        OnlyNames(o, place, [kind.Name, .. kind.Others]);
        return kind.Name switch
        {
            "let" => new Let(Name("let"), At("be")),
            "guard" => new Guard(At("guard"), Code(o["code"], place + "/code"), At("message")),
            "fail" => new Fail(Code(o["fail"], place + "/fail"), At("message")),
            "insert" => new Insert(Name("insert"), _expressions.Members(o["row"], place + "/row", 0), Bound()),
            "update" => new Update(Name("update"), Key(o["key"], place), _expressions.Members(o["set"], place + "/set", 0), Bound()),
            "delete" => new Delete(Name("delete"), Key(o["key"], place)),
            "for" => new ForEach(Name("for"), At("in"), Block(o["do"], place + "/do", depth)),
            "return" => new Return(At("return")),
            _ => new If(
                At("if"),
                Block(o["then"], place + "/then", depth),
                o["else"].IsNull ? [] : Block(o["else"], place + "/else", depth)),
        };
    }

    private sealed record Shape(string Name, params string[] Others);

    private static readonly Shape[] Shapes =
    [
        new("let", "be"), new("if", "then", "else"), new("guard", "code", "message"), new("fail", "message"),
        new("insert", "row", "as"), new("update", "key", "set", "as"), new("delete", "key"), new("for", "in", "do"),
        new("return"),
    ];

    private Expression[] Key(Value json, string place) => json.IsArray && json.AsArray.Length > 0
        ? Each(json, place + "/key", (part, at) => _expressions.Expression(part, at, 0))
        : json == ProgramWriter.SingleKey ? []
        : throw Refuse(place + "/key", "Expected an array with one expression a primary-key column, or \"single\" for a table of one row.");

    private ErrorCode Code(Value json, string place) =>
        json.IsString && ErrorCodes.Parse(json.AsString) is { } code && code.ForPrograms()
            ? code
            : throw Refuse(place, "Expected invalid_arguments, not_found, conflict or precondition_failed.");
}
