using System.Text.Json.Nodes;
using AgentScaler.Tools;

namespace AgentScaler.Materialization.Tests.Recognition;

/// <summary>
/// A tool in one line, as the tables of this folder cite documents:
/// <c>GET /orders/{id} getOrder(id!, expand: bool) -> Order{id!, status: open|closed, lines: [{sku, count: int}]} -- Gets an order.</c>
/// </summary>
/// <remarks>
/// An exclamation mark says required, a question mark nullable, an equals sign a default. A sentence in quotes describes a member. A type is
/// str (also where none is written), int, num, bool, any, a format (date, datetime, email, uuid, uri), an enumeration, a list in brackets or
/// an object in braces, with the name of its definition in front. Variables of the path that the parentheses do not hold are required texts.
/// </remarks>
internal sealed class Signature
{
    private readonly JsonObject _definitions = [];
    private readonly string _text;
    private int _at;

    private Signature(string text) => _text = text;

    public static ToolSpecification Tool(string text)
    {
        var (line, description) = Cut(text, " -- ");
        var (call, returns) = Cut(line, " -> ");
        var words = call[..call.IndexOf('(', StringComparison.Ordinal)].Split(' ');
        var http = words.Length == 3 ? new HttpOperation(words[0], words[1]) : null;
        var parameters = Object(call[(call.IndexOf('(', StringComparison.Ordinal) + 1)..^1]);
        foreach (var variable in http is null ? [] : Variables(http.Path))
        {
            if (!parameters["properties"]!.AsObject().ContainsKey(variable))
            {
                parameters["properties"]![variable] = new JsonObject { ["type"] = "string" };
                (parameters["required"] ??= new JsonArray()).AsArray().Add(variable);
            }
        }

        var schema = returns.StartsWith('"') ? new JsonObject { ["description"] = returns.Trim('"') }.ToJsonString()
            : returns.Length > 0 ? Type(returns).ToJsonString() : "{}";
        var tool = http is null
            ? ToolFixture.Function(words[^1], parameters.ToJsonString(), schema, provider: "cited", description: description)
            : ToolFixture.Http(words[^1], http.Method, http.Path, parameters.ToJsonString(), schema, provider: "cited");
        return description.Length > 0 ? tool with { Description = description } : tool;
    }

    /// <summary>The JSON Schema of a type.</summary>
    public static JsonObject Type(string text)
    {
        var signature = new Signature(text);
        var type = signature.ReadType();
        if (signature._definitions.Count > 0)
        {
            type["$defs"] = signature._definitions;
        }

        return signature._at == text.Length ? type : throw new FormatException($"\"{text}\" goes on after a type: {text[signature._at..]}");
    }

    private static JsonObject Object(string members)
    {
        var signature = new Signature(members);
        var type = signature.ReadMembers();
        return signature._at == members.Length ? type : throw new FormatException($"\"{members}\" goes on after its members: {members[signature._at..]}");
    }

    private static (string Before, string After) Cut(string text, string mark) =>
        text.IndexOf(mark, StringComparison.Ordinal) is var at && at < 0 ? (text, "") : (text[..at], text[(at + mark.Length)..]);

    private static IEnumerable<string> Variables(string path) =>
        path.Split('{').Skip(1).Select(part => part[..part.IndexOf('}', StringComparison.Ordinal)]);

    private JsonObject ReadMembers()
    {
        var properties = new JsonObject();
        var required = new JsonArray();
        while (_at < _text.Length && _text[_at] != '}')
        {
            var name = Take(c => c is not ('!' or ':' or ',' or '}' or '=' or '"'));
            if (Skip('!'))
            {
                required.Add(name);
            }

            var type = Skip(':') ? ReadType() : new JsonObject { ["type"] = "string" };
            if (Skip('='))
            {
                type["default"] = JsonNode.Parse(Take(c => c is not (',' or '}')));
            }

            if (Skip('"'))
            {
                type["description"] = Take(c => c != '"');
                Expect('"');
            }

            properties[name] = type;
            Skip(',');
        }

        var schema = new JsonObject { ["type"] = "object", ["properties"] = properties };
        if (required.Count > 0)
        {
            schema["required"] = required;
        }

        return schema;
    }

    private JsonObject ReadType()
    {
        Blank();
        JsonObject type;
        if (Skip('['))
        {
            type = new JsonObject { ["type"] = "array", ["items"] = ReadType() };
            Expect(']');
        }
        else
        {
            var word = Take(c => char.IsLetterOrDigit(c) || c is '|' or '_' or '-' or '.' or '@' or '/');
            type = Skip('{') ? Members(word) : Named(word);
        }

        if (Skip('?'))
        {
            type["nullable"] = true;
        }

        return type;
    }

    private JsonObject Members(string title)
    {
        var type = ReadMembers();
        Expect('}');
        if (title.Length == 0)
        {
            return type;
        }

        // A title is a definition's name, as in the documents themselves.
        type["title"] = title;
        _definitions[title] = type;
        return new JsonObject { ["$ref"] = "#/$defs/" + title };
    }

    private static JsonObject Named(string word) => word switch
    {
        "" or "str" => new JsonObject { ["type"] = "string" },
        "int" => new JsonObject { ["type"] = "integer" },
        "num" => new JsonObject { ["type"] = "number" },
        "bool" => new JsonObject { ["type"] = "boolean" },
        "obj" => new JsonObject { ["type"] = "object" },
        "any" => [],
        "datetime" => new JsonObject { ["type"] = "string", ["format"] = "date-time" },
        "date" or "email" or "uuid" or "uri" or "byte" or "time" => new JsonObject { ["type"] = "string", ["format"] = word },
        _ when word.Split('|') is { Length: > 1 } values =>
            new JsonObject { ["type"] = "string", ["enum"] = new JsonArray([.. values.Select(v => (JsonNode)v)]) },
        _ => throw new FormatException($"\"{word}\" is no type of a signature."),
    };

    private string Take(Func<char, bool> belongs)
    {
        Blank();
        var from = _at;
        while (_at < _text.Length && belongs(_text[_at]))
        {
            _at++;
        }

        return _text[from.._at].Trim();
    }

    private bool Skip(char mark)
    {
        Blank();
        var found = _at < _text.Length && _text[_at] == mark;
        _at += found ? 1 : 0;
        Blank();
        return found;
    }

    private void Expect(char mark)
    {
        if (!Skip(mark))
        {
            throw new FormatException($"\"{_text}\" lacks \"{mark}\" at {_at}.");
        }
    }

    private void Blank()
    {
        while (_at < _text.Length && _text[_at] == ' ')
        {
            _at++;
        }
    }
}
