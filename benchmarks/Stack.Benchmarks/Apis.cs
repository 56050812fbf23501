using System.Text.Json.Nodes;

namespace AgentScaler.Stack.Benchmarks;

/// <summary>Made-up APIs, each of one resource with words of its own, so that each becomes a domain.</summary>
internal static class Apis
{
    private static readonly string[] Syllables = ["ba", "ce", "di", "fo", "gu", "ka", "le", "mi", "no", "pu", "ra", "se", "ti", "vo", "zu"];

    private static readonly string[] Fields = ["label", "colour", "weight", "owner", "grade", "place", "shape", "brand"];

    /// <summary>Writes one OpenAPI document an API.</summary>
    public static void Write(string folder, int count)
    {
        Directory.CreateDirectory(folder);
        for (var i = 0; i < count; i++)
        {
            File.WriteAllText(Path.Combine(folder, $"api{i:d4}.json"), Document(i).ToJsonString());
        }
    }

    private static JsonObject Document(int index)
    {
        var noun = Word(index);
        var id = $"{noun}_code";
        JsonObject Property(string description) => new() { ["type"] = "string", ["description"] = description };
        var properties = new JsonObject { [id] = Property($"Code of the {noun}.") };
        for (var i = 0; i < 3; i++)
        {
            var field = $"{noun}_{Fields[(index + i) % Fields.Length]}";
            properties[field] = Property($"The {field.Replace('_', ' ')}.");
        }

        properties[$"{noun}_count"] =
            new JsonObject { ["type"] = "integer", ["minimum"] = 0, ["maximum"] = 100, ["description"] = $"How many {noun} there are." };
        JsonObject Response(JsonNode schema) => new()
        {
            ["200"] =
                new JsonObject { ["description"] = "Done.", ["content"] = new JsonObject { ["application/json"] = new JsonObject { ["schema"] = schema } } },
        };
        JsonObject Reference() => new() { ["$ref"] = $"#/components/schemas/{noun}" };
        JsonArray Path() => [new JsonObject { ["name"] = id, ["in"] = "path", ["required"] = true, ["schema"] = new JsonObject { ["type"] = "string" },
            ["description"] = $"Code of the {noun}." }];
        JsonObject Body() => new()
        {
            ["required"] = true,
            ["content"] = new JsonObject { ["application/json"] = new JsonObject { ["schema"] = Reference() } },
        };
        return new JsonObject
        {
            ["openapi"] = "3.0.3",
            ["info"] = new JsonObject { ["title"] = $"{noun} service", ["version"] = "1" },
            ["paths"] = new JsonObject
            {
                [$"/{noun}"] = new JsonObject
                {
                    ["get"] = new JsonObject
                    {
                        ["operationId"] = $"list_{noun}",
                        ["summary"] = $"Lists every {noun}.",
                        ["responses"] = Response(new JsonObject { ["type"] = "array", ["items"] = Reference() })
                    },
                    ["post"] = new JsonObject
                    {
                        ["operationId"] = $"create_{noun}",
                        ["summary"] = $"Creates a {noun}.",
                        ["requestBody"] = Body(),
                        ["responses"] = Response(Reference())
                    },
                },
                [$"/{noun}/{{{id}}}"] = new JsonObject
                {
                    ["get"] = new JsonObject
                    {
                        ["operationId"] = $"get_{noun}",
                        ["summary"] = $"Gets one {noun} by its code.",
                        ["parameters"] = Path(),
                        ["responses"] = Response(Reference())
                    },
                    ["put"] = new JsonObject
                    {
                        ["operationId"] = $"update_{noun}",
                        ["summary"] = $"Updates a {noun}.",
                        ["parameters"] = Path(),
                        ["requestBody"] = Body(),
                        ["responses"] = Response(Reference())
                    },
                    ["delete"] = new JsonObject
                    {
                        ["operationId"] = $"delete_{noun}",
                        ["summary"] = $"Deletes a {noun}.",
                        ["parameters"] = Path(),
                        ["responses"] = Response(Reference())
                    },
                },
            },
            ["components"] = new JsonObject
            {
                ["schemas"] =
                new JsonObject { [noun] = new JsonObject { ["type"] = "object", ["required"] = new JsonArray(id), ["properties"] = properties } }
            },
        };
    }

    private static string Word(int index)
    {
        var word = "";
        for (var rest = index + Syllables.Length * Syllables.Length; rest > 0; rest /= Syllables.Length)
        {
            word += Syllables[rest % Syllables.Length];
        }

        return word;
    }
}
