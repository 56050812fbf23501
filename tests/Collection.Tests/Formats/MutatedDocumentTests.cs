using System.Text.Json.Nodes;
using AgentScaler.Pipeline.Options;

namespace AgentScaler.Collection.Tests.Formats;

/// <summary>Documents of every format with values of the wrong kind in arbitrary places: nothing may end the import.</summary>
public sealed class MutatedDocumentTests
{
    private static readonly string[] Documents =
    [
        """
        {"openapi":"3.0.3","info":{"title":"Shop","version":"1.0","license":{"name":"MIT"}},"servers":[{"url":"https://api.shop.test/v1"}],
         "paths":{"/pets/{id}":{"parameters":[{"name":"id","in":"path","required":true,"schema":{"type":"string"},"example":"a"}],
           "get":{"operationId":"getPet","summary":"Get.","parameters":[{"$ref":"#/components/parameters/P"},{"name":"q","in":"query","content":{"application/json":{"schema":{"type":"array","items":{"type":"integer"}}}}}],
             "responses":{"200":{"description":"ok","content":{"application/json":{"schema":{"$ref":"#/components/schemas/Pet"},"examples":{"a":{"value":{"id":"1"}}}}}},"404":{"$ref":"#/components/responses/E"}}},
           "put":{"operationId":"putPet","requestBody":{"$ref":"#/components/requestBodies/B"},"responses":{"default":{"description":"x"}}}}},
         "components":{"parameters":{"P":{"name":"page","in":"query","schema":{"type":"integer","minimum":1,"default":1}}},"responses":{"E":{"description":"none"}},
           "requestBodies":{"B":{"required":true,"content":{"application/json":{"schema":{"$ref":"#/components/schemas/Pet"},"example":{"name":"Rex"}}}}},
           "securitySchemes":{"k":{"type":"apiKey","in":"header","name":"X-Key"}},
           "schemas":{"Pet":{"allOf":[{"$ref":"#/components/schemas/Base"},{"type":"object","required":["name"],"properties":{"name":{"type":"string","enum":["a","b"],"pattern":"x"},"kind":{"oneOf":[{"type":"string"},{"type":"null"}]},"tags":{"type":"object","additionalProperties":{"type":"string"}}}}]},"Base":{"type":"object","properties":{"id":{"type":"string","readOnly":true},"next":{"$ref":"#/components/schemas/Pet"}}}}}}
        """,
        """
        {"swagger":"2.0","info":{"title":"Shop","version":"1"},"host":"api.shop.test","basePath":"/v1","securityDefinitions":{"k":{"type":"apiKey","in":"query","name":"key"}},
         "paths":{"/a":{"post":{"operationId":"a","parameters":[{"name":"b","in":"body","schema":{"$ref":"#/definitions/D"}},{"name":"f","in":"formData","type":"file"},{"name":"h","in":"header","type":"string","enum":["x"]}],"responses":{"200":{"schema":{"$ref":"#/definitions/D"},"examples":{"application/json":{"x":1}}}}}}},
         "definitions":{"D":{"type":"object","properties":{"x":{"type":"integer","format":"int64"}}}}}
        """,
        """
        {"version":"2.0","metadata":{"apiVersion":"2020-01-01","serviceId":"Tree"},"operations":{"PutTree":{"name":"PutTree","http":{"method":"POST","requestUri":"/t/{Name}"},"input":{"shape":"I"},"output":{"shape":"N"},"errors":[{"shape":"E"}],"documentation":"<p>Puts.</p>"}},
         "shapes":{"I":{"type":"structure","required":["Name"],"members":{"Name":{"shape":"S","location":"uri"},"L":{"shape":"L"},"M":{"shape":"M"}}},"S":{"type":"string","min":1,"enum":["a"]},"N":{"type":"structure","members":{"C":{"shape":"L"}}},"L":{"type":"list","member":{"shape":"N"}},"M":{"type":"map","key":{"shape":"S"},"value":{"shape":"S"}},"E":{"type":"structure","error":{"httpStatusCode":404}}}}
        """,
        """{"server":{"slug":"@a/b","license":"MIT"},"result":{"tools":[{"name":"get_it","description":"Get it.","inputSchema":{"type":"object","properties":{"a":{"$ref":"#/$defs/A"}},"required":["a"],"$defs":{"A":{"type":"string"}}},"outputSchema":{"type":"object"},"annotations":{"readOnlyHint":true}}]}}""",
        """{"server":"s","tools":[{"name":"get_node","description":"Get.","arguments":[{"name":"n","type":"string","desc":"d","optional":true}]}]}""",
        """{"tool_name":"T","api_list":[{"api_name":"A","api_description":"d","required_parameters":[{"name":"q","type":"STRING","default":"x"}],"optional_parameters":[],"method":"GET","template_response":{"a":["str"],"b":"int"}}]}""",
        """{"api_name":"a","api_description":"d","field":"F/G","parameters":{"x":{"type":"str"}},"required":["x"],"responses":{"r":{"type":"str"}}}""",
        """{"source":"s","tool":{"name":"n","description":"d","method":"GET","endpoint":"/e","host":"h.test","query_parameters":{"q":{"type":"string","required":true}},"output_parameters":{"o":{"type":"string"}}}}""",
        """[{"type":"function","function":{"name":"f","description":"d","parameters":{"type":"dict","properties":{"a":{"type":"float"}},"required":["a"]},"response":{"type":"dict"}}}]""",
    ];

    private static readonly string[] Junk =
    [
        "null", "true", "1", "-1.5e300", "1e400", "\"\"", "\"x\"", "\"#/components/schemas/Pet\"", "[]", "[1]", "[\"a\",\"a\"]", "{}", "{\"$ref\":\"#\"}",
        "{\"$ref\":\"#/components/schemas/Pet\"}", "{\"type\":\"object\",\"properties\":[]}", "{\"a\":{\"a\":{\"a\":null}}}", "[[[]]]", "\"\\ud800\"",
    ];

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    public async Task Values_of_the_wrong_kind_cost_what_they_stand_in_and_nothing_else(int document)
    {
        var random = new Random(document);
        using var folder = new TemporaryFolder();
        for (var number = 0; number < 150; number++)
        {
            var text = Documents[document];
            for (var change = 0; change <= number % 3; change++)
            {
                text = Replace(JsonNode.Parse(text)!, random, Junk[random.Next(Junk.Length)]);
            }

            folder.Write($"{number}.json", System.Text.Encoding.UTF8.GetBytes(text));
        }

        var collected = await Collected.FromFolderAsync(new CollectionOptions(), folder.Path);
        Assert.Equal(150, collected.Summary.Documents);
        Assert.DoesNotContain(collected.Summary.Failures, report => report.Error!.Contains("cannot be imported", StringComparison.Ordinal));
        Assert.All(collected.Tools, tool =>
        {
            OpenApiReferenceTests.AssertSelfContained(tool.Parameters);
            OpenApiReferenceTests.AssertSelfContained(tool.Returns);
        });
        Assert.NotEmpty(collected.Tools);
    }

    /// <summary>The document with one value, picked anywhere, replaced by junk; junk is put in as text, since not all of it is a node.</summary>
    private static string Replace(JsonNode root, Random random, string junk)
    {
        const string Mark = "\"@@junk@@\"";
        var places = new List<string>();
        List(root, places);
        var parts = places[random.Next(places.Count)].Split('\n');
        var parent = root;
        foreach (var part in parts[..^1])
        {
            parent = parent is JsonArray array ? array[int.Parse(part, System.Globalization.CultureInfo.InvariantCulture)]! : parent![part]!;
        }

        if (parent is JsonArray list)
        {
            list[int.Parse(parts[^1], System.Globalization.CultureInfo.InvariantCulture)] = "@@junk@@";
        }
        else
        {
            parent[parts[^1]] = "@@junk@@";
        }

        // What could not be parsed again would end the next change: such junk comes last.
        var text = root.ToJsonString().Replace(Mark, junk, StringComparison.Ordinal);
        try
        {
            JsonNode.Parse(text)!.ToJsonString();
            return text;
        }
        catch (Exception exception) when (exception is System.Text.Json.JsonException or InvalidOperationException or FormatException)
        {
            return root.ToJsonString().Replace(Mark, "null", StringComparison.Ordinal);
        }
    }

    private static void List(JsonNode node, List<string> places, string prefix = "")
    {
        IEnumerable<(string Name, JsonNode? Value)> members = node switch
        {
            JsonObject map => map.Select(member => (member.Key, member.Value)),
            JsonArray list => list.Select((item, index) => (index.ToString(System.Globalization.CultureInfo.InvariantCulture), item)),
            _ => [],
        };
        foreach (var (name, value) in members)
        {
            places.Add(prefix + name);
            if (value is JsonObject or JsonArray)
            {
                List(value, places, prefix + name + "\n");
            }
        }
    }
}
