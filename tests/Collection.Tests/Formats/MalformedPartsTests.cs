using System.Text;
using AgentScaler.Pipeline.Options;

namespace AgentScaler.Collection.Tests.Formats;

/// <summary>Parts of a document that have another type than the format says are named, and the sound parts beside them are read.</summary>
public sealed class MalformedPartsTests
{
    private const string Sound = """{"get":{"operationId":"listLoans","parameters":PARAMETERS,"responses":{"200":{"description":"Loans."}}}}""";

    [Fact]
    public async Task Paths_that_are_a_list_are_rejected_by_name()
    {
        var collected = await Collected.OpenApiAsync("""[{"path":"/loans"}]""");
        var rejected = Assert.Single(collected.Rejected);
        Assert.Equal(("malformed_paths", "/paths"), (rejected.Reason, rejected.Locator));
    }

    [Theory]
    [InlineData("\"later\"")]
    [InlineData("[]")]
    [InlineData("3")]
    [InlineData("null")]
    public async Task A_path_item_that_is_no_object_is_rejected_by_name(string item)
    {
        var collected = await Collected.OpenApiAsync($$"""{"/members":{{item}},"/loans":{{Sound.Replace("PARAMETERS", "[]", StringComparison.Ordinal)}}}""");
        Assert.Equal("listLoans", collected.Only.Name);
        var rejected = Assert.Single(collected.Rejected);
        Assert.Equal(("malformed_path_item", "/paths/~1members", "/members"), (rejected.Reason, rejected.Locator, rejected.Name));
    }

    [Theory]
    [InlineData("""["page",{"name":"size","in":"query","schema":{"type":"integer"}}]""", "parameter_no_object")]
    [InlineData("""{"size":{"in":"query"}}""", "parameters_no_list")]
    public async Task Parameters_of_another_type_are_counted_as_a_repair(string parameters, string repair)
    {
        var collected = await Collected.OpenApiAsync($$"""{"/loans":{{Sound.Replace("PARAMETERS", parameters, StringComparison.Ordinal)}}}""");
        Assert.Equal("listLoans", collected.Only.Name);
        Assert.Equal(1, collected.Repairs(repair));
    }

    [Theory]
    [InlineData("\n}\n", "line 2, column 1")]
    [InlineData("  end of file", "line 1, column ")]
    public async Task Text_after_a_whole_document_is_named_with_its_place_and_the_document_is_kept(string tail, string place)
    {
        var document = Collected.OpenApi($$"""{"/loans":{{Sound.Replace("PARAMETERS", "[]", StringComparison.Ordinal)}}}""").ReplaceLineEndings(" ").Trim();
        var collected = await Collected.FromAsync(("api.json", document + tail));
        Assert.Equal("listLoans", collected.Only.Name);
        Assert.Contains($"has text at {place}", collected.Document("api.json").Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_circle_of_references_over_files_is_told_as_a_circle()
    {
        var collected = await Collected.FromAsync(
            ("api.json", Collected.OpenApi(
                """{"/loans":{"post":{"operationId":"add","requestBody":{"content":{"application/json":{"schema":{"type":"object","properties":{"a":{"$ref":"one.json#/A"},"b":{"$ref":"one.json#/Gone"}}}}}}}}}""")),
            ("one.json", """{"A":{"$ref":"two.json#/B"}}"""),
            ("two.json", """{"B":{"$ref":"one.json#/A"}}"""));
        Assert.Equal(
            [("one.json#/A", true), ("one.json#/Gone", false)],
            collected.Summary.BrokenReferences.Where(r => r.Source == "api.json").Select(r => (r.Target, r.Circular)));
    }

    [Fact]
    public async Task Hidden_files_and_links_of_a_folder_are_named_and_not_read()
    {
        using var folder = new TemporaryFolder();
        var document = Encoding.UTF8.GetBytes(Collected.OpenApi($$"""{"/loans":{{Sound.Replace("PARAMETERS", "[]", StringComparison.Ordinal)}}}"""));
        folder.Write("api.json", document);
        folder.Write(".draft.json", document);
        folder.Write(".tools/api.json", document);
        File.CreateSymbolicLink(Path.Combine(folder.Path, "link.json"), Path.Combine(folder.Path, "api.json"));
        var collected = await Collected.FromFolderAsync(new CollectionOptions(), folder.Path);
        Assert.Equal("listLoans", collected.Only.Name);
        Assert.Equal(
            [(".draft.json", "a hidden file"), (".tools", "a hidden folder"), ("link.json", "a link to a file")],
            collected.Summary.Unrecognized.Select(report => (report.Uri, report.LooksLike!.Split(',')[0])));
    }
}
