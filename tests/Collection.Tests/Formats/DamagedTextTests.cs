using System.Text;
using AgentScaler.Pipeline.Options;
using AgentScaler.Tools;

namespace AgentScaler.Collection.Tests.Formats;

/// <summary>Irregularities 1 to 7 and 33: what is wrong with the text itself.</summary>
public sealed class DamagedTextTests
{
    private const string Good = """{"/pets":{"get":{"operationId":"listPets","summary":"List the pets.","responses":{}}}}""";

    [Theory]
    [InlineData("""{"openapi":"3.0.0","info":{"title":"T","version":"1"},"paths":{""")]
    [InlineData("""{"openapi":"3.0.0","info":{"title":"T"],"version":"1"},"paths":{}}""")]
    [InlineData("{\"openapi\":\"3.0.0\",\"paths\":{}}\n,\n}")]
    public async Task Irregularity_01_broken_json_names_file_line_and_column_and_the_rest_goes_on(string broken)
    {
        var collected = await Collected.FromAsync(("bad.json", broken), ("good.json", Collected.OpenApi(Good)));
        Assert.Equal("listPets", collected.Only.Name);
        var failure = Assert.Single(collected.Summary.Failures);
        Assert.Equal("bad.json", failure.Uri);
        Assert.Matches(@"line \d+, column \d+", failure.Error!);
    }

    /// <summary>Bytes that are no text may begin like text, and may come after a first line that is text.</summary>
    [Theory]
    [InlineData("a picture", new byte[] { 0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10, 0, 0, 0, 13, (byte)'I', (byte)'H' })]
    [InlineData("random bytes", new byte[] { 0xF1, 3, 0x4B, 0x99, 10, 0xF3, 0xD0, 0, 0xA2, 0xB7, 3, 0x33 })]
    [InlineData("NUL in an open value", new byte[] { (byte)'{', (byte)'"', (byte)'a', (byte)'"', (byte)':', (byte)'1', (byte)',', 10, (byte)'x', 0 })]
    [InlineData("NUL at the end of a word", new byte[] { (byte)'a', (byte)'b', 10, (byte)'c', 0 })]
    [InlineData("NUL behind a byte order mark", new byte[] { 0xEF, 0xBB, 0xBF, (byte)'a', 10, (byte)'c', 0 })]
    public async Task A_binary_file_is_named_and_the_rest_goes_on(string what, byte[] bytes)
    {
        using var folder = new TemporaryFolder();
        folder.Write("bad.bin", bytes);
        folder.Write("good.json", Encoding.UTF8.GetBytes(Collected.OpenApi(Good)));
        var collected = await Collected.FromFolderAsync(new CollectionOptions(), folder.Path);
        Assert.Equal((what, "listPets"), (what, collected.Only.Name));
        var failure = Assert.Single(collected.Summary.Failures);
        Assert.Equal("bad.bin", failure.Uri);
        Assert.Matches(@"^is a binary file \(byte 0 at offset \d+\)", failure.Error!);
    }

    /// <summary>Broken YAML names the place and the reason in words, wherever it breaks off.</summary>
    [Theory]
    [InlineData("openapi: 3.0.0\npaths:\n  /a:\n   get: {operationId: x\n  bad\n", "line 4")]
    [InlineData("openapi: 3.0.0\npaths: {/a: {get: {operationId: x", "")]
    [InlineData("openapi: 3.0.0\ntags: [a, b", "")]
    [InlineData("openapi: 3.0.0\ntags: [a, {b: c]\n", "line 2")]
    [InlineData("openapi: 3.0.0\ninfo: {title: 'x\n", "")]
    [InlineData("openapi: 3.0.0\ninfo: }\n", "line 2")]
    [InlineData("openapi: 3.0.0\n  paths: x\n - y\n", "line")]
    public async Task Broken_yaml_is_told_in_words(string broken, string place)
    {
        var collected = await Collected.FromAsync(("bad.yaml", broken), ("good.json", Collected.OpenApi(Good)));
        Assert.Equal("listPets", collected.Only.Name);
        var failure = Assert.Single(collected.Summary.Failures);
        Assert.Equal("bad.yaml", failure.Uri);
        Assert.Matches(@"^is broken YAML at line \d+, column \d+: \w", failure.Error!);
        Assert.Contains(place, failure.Error!, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", failure.Error!, StringComparison.Ordinal);
        Assert.DoesNotContain("Operation is not valid", failure.Error!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("trailing comma", """{"openapi":"3.0.0","info":{"title":"T","version":"1",},"paths":{"/a":{"get":{"operationId":"x","responses":{},},},},}""")]
    [InlineData("comment",
        "{/* c */\"openapi\":\"3.0.0\",//c\n\"info\":{\"title\":\"T\",\"version\":\"1\"},\"paths\":{\"/a\":{\"get\":{\"operationId\":\"x\"}}}}")]
    [InlineData("comments in front",
        "// exported\n/* twice */ {\"openapi\":\"3.0.0\",\"info\":{\"title\":\"T\",\"version\":\"1\"},\"paths\":{\"/a\":{\"get\":{\"operationId\":\"x\",\"summary\":\"see http://x.test//b\"}}}}")]
    [InlineData("control character",
        "{\"openapi\":\"3.0.0\",\"info\":{\"title\":\"T\tt\",\"version\":\"1\"},\"paths\":{\"/a\":{\"get\":{\"operationId\":\"x\",\"description\":\"a\nb\"}}}}")]
    [InlineData("half a surrogate pair",
        """{"openapi":"3.0.0","info":{"title":"T","version":"1"},"paths":{"/a":{"get":{"operationId":"x","description":"bad \ud83d end"}}}}""")]
    public async Task Irregularity_02_almost_json_is_read_leniently(string what, string text)
    {
        var collected = await Collected.FromAsync(("api.json", text));
        Assert.True(collected.Only.Name == "x", what);
        Assert.Empty(collected.Summary.Failures);
    }

    /// <summary>Members of the paths, the names of the tools, the operations that are rejected.</summary>
    [Theory]
    [InlineData(""" "/a":{"get":{"operationId":"one"}},"/a":{"post":{"operationId":"two"}} """, "one two", "")]
    [InlineData(""" "/a":{"get":{"operationId":"one"}},"/b":{"get":{"operationId":"b"}},"/a":{"get":{"operationId":"two"},"put":{"operationId":"three"}} """,
        "b three two", "one")]
    [InlineData(""" "/a":{"get":{"operationId":"one"},"get":{"operationId":"two"}} """, "two", "one")]
    public async Task Operations_under_a_key_that_stands_twice_are_read_or_rejected_by_name(string paths, string tools, string rejected)
    {
        var collected = await Collected.OpenApiAsync("{" + paths + "}");
        Assert.Equal(tools, string.Join(' ', collected.Tools.Select(tool => tool.Name).Order(StringComparer.Ordinal)));
        Assert.Equal(rejected, string.Join(' ', collected.Rejected.Select(operation => operation.Name)));
        Assert.All(collected.Rejected, operation => Assert.Equal("operation_repeated", operation.Reason));
    }

    [Fact]
    public async Task Irregularity_03_a_byte_order_mark_is_no_content()
    {
        using var folder = new TemporaryFolder();
        folder.Write("utf8.json", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Collected.OpenApi(Good))]);
        folder.Write("utf16.json",
            [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Collected.OpenApi(Good.Replace("pets", "cats", StringComparison.OrdinalIgnoreCase)))]);
        var collected = await Collected.FromFolderAsync(new CollectionOptions(), folder.Path);
        Assert.Equal(["listPets", "listcats"], collected.Tools.Select(tool => tool.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Irregularity_04_text_that_is_not_utf8_is_read_as_latin_1()
    {
        using var folder = new TemporaryFolder();
        folder.Write("Brønn/api.json",
            Encoding.Latin1.GetBytes(Collected.OpenApi("""{"/a":{"get":{"operationId":"x","summary":"Hent enheter på nytt.","responses":{}}}}""")));
        var collected = await Collected.FromFolderAsync(new CollectionOptions(), folder.Path);
        Assert.Equal("Hent enheter på nytt.", collected.Only.Description);
        Assert.Equal("Brønn/api.json", collected.Only.Source.Uri);
    }

    [Fact]
    public async Task Irregularity_05_of_duplicate_keys_the_last_counts_and_the_result_has_each_once()
    {
        var collected = await Collected.OpenApiAsync(
            """{"/a":{"post":{"operationId":"x","requestBody":{"content":{"application/json":{"schema":{"type":"object","properties":{"n":{"type":"string"},"n":{"type":"integer"} } } } } },"responses":{} } } }""");
        Assert.Equal(["n"], collected.Only.ParameterNames());
        Assert.Equal("integer", collected.Only.Parameter("n").Type());
    }

    [Fact]
    public async Task Irregularity_06_json_under_a_yaml_name_and_lines_under_a_json_name_are_what_they_are()
    {
        var collected = await Collected.FromAsync(
            ("api.yaml", Collected.OpenApi(Good)),
            ("functions.json", """
                {"name":"one_thing","description":"Get one thing.","parameters":{"type":"object","properties":{}}}
                {"name":"other_thing","description":"Get the other thing.","parameters":{"type":"object","properties":{"n":{"type":"integer"}}}}
                """));
        Assert.Equal(["listPets", "one_thing", "other_thing"], collected.Tools.Select(tool => tool.Name).Order(StringComparer.Ordinal));
        Assert.Equal("/1", collected.Tools.Single(tool => tool.Name == "other_thing").Source.Locator);
    }

    [Fact]
    public async Task A_broken_line_of_a_file_of_lines_is_named_and_the_other_lines_are_read()
    {
        var collected = await Collected.FromAsync(("functions.jsonl", """
            {"name":"one_thing","description":"d","parameters":{"type":"object","properties":{}}}
            {"name":"two_things","description":"d","parameters":{"type":"object","properties":{"a":{}}}}
            {"name":"broken",
            {"name":"four_things","description":"d","parameters":{"type":"object","properties":{"b":{}}}}
            """));
        Assert.Equal(3, collected.Tools.Count);
        Assert.Contains("line 3", Assert.Single(collected.Summary.Failures).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Irregularity_07_yaml_keys_may_be_numbers_and_dates_stay_text()
    {
        var collected = await Collected.FromAsync(("api.yaml", """
            openapi: 3.0.0
            info: {title: Shop, version: 2020-01-02}
            servers: [{url: https://api.shop.test}]
            paths:
              /pets:
                get:
                  operationId: listPets
                  parameters:
                    - {name: since, in: query, schema: {type: string, default: 2020-01-02}}
                    - {name: answer, in: query, schema: {type: string, enum: [yes, no, on]}}
                    - {name: zip, in: query, schema: {type: string, default: 01234}}
                  responses:
                    200:
                      description: ok
                      content: {application/json: {schema: {type: array, items: {type: string}}}}
                    404: {description: none such}
            """));
        Assert.Equal("array", collected.Only.Returns.Type());
        Assert.Equal("404", Assert.Single(collected.Only.Errors!).Status);
        Assert.Equal("2020-01-02", collected.Only.Parameter("since").GetProperty("default").GetString());
        Assert.Equal("""["yes","no","on"]""", collected.Only.Parameter("answer").GetProperty("enum").GetRawText());
        Assert.Equal("01234", collected.Only.Parameter("zip").GetProperty("default").GetString());
    }

    [Fact]
    public async Task Yaml_anchors_and_merge_keys_are_expanded_and_what_is_written_out_wins()
    {
        var collected = await Collected.FromAsync(("api.yaml", """
            openapi: 3.0.0
            info: {title: Shop, version: '1'}
            x-page: &page {name: page, in: query, schema: {type: integer, minimum: 1}}
            x-common: &common {summary: shared, operationId: shared}
            paths:
              /pets:
                get:
                  <<: *common
                  operationId: listPets
                  parameters: [*page]
                  responses: {}
            """));
        Assert.Equal("listPets", collected.Only.Name);
        Assert.Equal("shared", collected.Only.Description);
        Assert.Equal(1, collected.Only.Parameter("page").GetProperty("minimum").GetInt32());
    }

    [Fact]
    public async Task A_yaml_bomb_ends_with_its_document()
    {
        var bomb = new StringBuilder("openapi: 3.0.0\na0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (var level = 1; level < 12; level++)
        {
            bomb.Append(System.Globalization.CultureInfo.InvariantCulture,
                $"a{level}: &a{level} [*a{level - 1}, *a{level - 1}, *a{level - 1}, *a{level - 1}, *a{level - 1}, *a{level - 1}, *a{level - 1}, *a{level - 1}, *a{level - 1}]\n");
        }

        var options = new CollectionOptions { Limits = new SourceLimits { YamlNodes = 100_000 } };
        var collected = await Collected.FromAsync(options, ("bomb.yaml", bomb.ToString()), ("good.json", Collected.OpenApi(Good)));
        Assert.Single(collected.Tools);
        Assert.Contains("bomb", collected.Document("bomb.yaml").Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("openapi: 3.0.0\nself: &self [*self]\n", "circular")]
    [InlineData("openapi: 3.0.0\npaths: {a: [1, 2\n", "line")]
    [InlineData("openapi: 3.0.0\npaths: *missing\n", "missing")]
    public async Task Broken_yaml_is_named_with_its_place(string text, string reason)
    {
        var collected = await Collected.FromAsync(("bad.yaml", text));
        Assert.Contains(reason, Assert.Single(collected.Summary.Failures).Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData('[', ']')]
    [InlineData('{', '}')]
    public async Task Nesting_without_end_is_refused_not_followed(char open, char close)
    {
        var text = open == '['
            ? "{\"openapi\":\"3.0.0\",\"paths\":" + new string(open, 20_000) + new string(close, 20_000) + "}"
            : "{\"openapi\":\"3.0.0\",\"paths\":" + string.Concat(Enumerable.Repeat("{\"a\":", 20_000)) + "1" + new string(close, 20_001);
        var collected = await Collected.FromAsync(("deep.json", text), ("deep.yaml", "openapi: 3\npaths: " + new string('[', 20_000)));
        Assert.Equal(2, collected.Summary.Failures.Count());
    }

    [Fact]
    public async Task Irregularity_33_a_document_without_operations_counts_as_one_that_holds_none()
    {
        var collected = await Collected.FromAsync(
            ("none.json", """{"openapi":"3.1.0","info":{"title":"Hooks","version":"1"},"webhooks":{"paid":{"post":{"operationId":"paid","responses":{}}}}}"""),
            ("empty.json", Collected.OpenApi("{}")));
        Assert.Equal(2, collected.Summary.Documents);
        Assert.Equal(0, collected.Summary.Operations);
        Assert.Empty(collected.Summary.Failures);
    }

    [Fact]
    public async Task Arbitrary_bytes_never_end_a_collection()
    {
        var random = new Random(7);
        using var folder = new TemporaryFolder();
        var good = Encoding.UTF8.GetBytes(Collected.OpenApi(Good));
        for (var number = 0; number < 300; number++)
        {
            var mutated = (byte[])good.Clone();
            for (var change = 0; change <= number % 5; change++)
            {
                mutated[random.Next(mutated.Length)] = (byte)random.Next(32, 127);
            }

            folder.Write($"{number}.json", mutated);
        }

        var collected = await Collected.FromFolderAsync(new CollectionOptions(), folder.Path);
        Assert.Equal(300, collected.Summary.Documents);
        Assert.All(collected.Tools, tool => Assert.True(ToolNames.IsLegal(tool.Name)));
    }
}
