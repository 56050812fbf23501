using AgentScaler.Pipeline.Options;
using AgentScaler.Tools;
using static AgentScaler.Materialization.Tests.ToolFixture;

namespace AgentScaler.Materialization.Tests.Proofs;

/// <summary>The laws of links and of their opposites, each broken by a program that is planted as the user's own.</summary>
public sealed class LinkLawTests
{
    private const string Book =
        """{"type":"object","required":["book_id","title","owner"],"properties":{"book_id":{"type":"string"},"title":{"type":"string"},"owner":{"type":"string"},"shelf":{"type":["string","null"]},"tags":{"type":"array","items":{"type":"string"}}}}""";
    private const string Key = """{"type":"object","required":["book_id"],"properties":{"book_id":{"type":"string"}}}""";
    private const string Tag = """{"type":"object","required":["book_id","tag"],"properties":{"book_id":{"type":"string"},"tag":{"type":"string"}}}""";
    private const string Shelf = """{"type":"object","required":["book_id","shelf"],"properties":{"book_id":{"type":"string"},"shelf":{"type":"string"}}}""";

    private const string Owner = """{"type":"object","required":["book_id","owner"],"properties":{"book_id":{"type":"string"},"owner":{"type":"string"}}}""";

    /// <summary>The book that the call names, or a refusal.</summary>
    private const string Found =
        """{"let":"row","be":["get","books",["arg","book_id"]]},{"guard":["not",["is_null",["var","row"]]],"code":"not_found","message":"no such book"},""";

    private const string Tags = """["coalesce",["field",["var","row"],"tags"],["array"]]""";
    private const string NotYet = $$"""{"guard":["not",["has",{{Tags}},["arg","tag"]]],"code":"conflict","message":"tagged already"},""";
    private const string There = $$"""{"guard":["has",{{Tags}},["arg","tag"]],"code":"not_found","message":"no such tag"},""";
    private const string Unchanged = """{"return":["var","row"]}""";

    private static readonly Dictionary<string, string> Effects = new(StringComparer.Ordinal)
    {
        ["attach_tag"] = "link",
        ["detach_tag"] = "unlink",
        ["assign_shelf"] = "link",
        ["unassign_shelf"] = "unlink",
        ["withdraw_owner"] = "unlink",
    };

    private static IReadOnlyList<ToolSpecification> Library() =>
    [
        Http("get_book", "GET", "/books/{book_id}", Key, Book),
        Http("list_books", "GET", "/books", """{"type":"object","properties":{}}""", $$"""{"type":"array","items":{{Book}}}"""),
        Http("attach_tag", "POST", "/books/{book_id}/attach_tag", Tag, Book),
        Http("detach_tag", "POST", "/books/{book_id}/detach_tag", Tag, Book),
        Http("assign_shelf", "POST", "/books/{book_id}/assign_shelf", Shelf, Book),
        Http("unassign_shelf", "POST", "/books/{book_id}/unassign_shelf", Shelf, Book),
        Http("withdraw_owner", "POST", "/books/{book_id}/withdraw_owner", Owner, Book),
    ];

    private static IReadOnlyList<string> Laws(string tool, string? body)
    {
        var writes = body?.Contains("\"update\"", StringComparison.Ordinal) == true ? "true" : "false";
        var planted = body is null ? ""
            : $$$$""","judged":true,"program":{"tool":"{{{{tool}}}}","writes":{{{{writes}}}},"body":[{{{{Found}}}}{{{{body}}}}],"evidence":[]}""";
        var entries = Effects.Select(e => $$""" "{{e.Key}}":{"resource":"book","effect":"{{e.Value}}"{{(e.Key == tool ? planted : "")}}} """);
        var made = Materialize("library", Library(), new MaterializationOptions
        {
            DifferentialCalls = 0,
            MutantsPerTool = 0,
            Overrides = "{\"tools\":{" + string.Join(',', entries) + "}}",
        });
        Assert.True(made.Definition is not null, made.Rejection);
        Assert.Equal(Effects[tool], made.Description.Tools.Single(t => t.Name == tool).Does);
        var checks = made.Checks.Tools.Single(t => t.Name == tool);
        Assert.True(checks.TypeChecked, checks.Detail);
        return checks.BrokenLaws;
    }

    private static string Update(string set) =>
        $$"""{"update":"books","key":[["arg","book_id"]],"set":{{set}},"as":"after"},{"return":["var","after"]}""";

    [Theory]
    [InlineData("attach_tag")]
    [InlineData("detach_tag")]
    [InlineData("assign_shelf")]
    [InlineData("unassign_shelf")]
    public void The_inferred_program_breaks_no_law(string tool) => Assert.Empty(Laws(tool, null));

    [Fact]
    public void A_link_stands_in_the_list_that_it_was_added_to() => Broken("attach_tag", NotYet + Unchanged, "the set does not hold what was added");

    [Fact]
    public void A_link_takes_nothing_from_the_list() =>
        Broken("attach_tag", NotYet + Update("""{"tags":["array",["arg","tag"]]}"""), "the set does not hold what was added");

    [Fact]
    public void A_link_adds_nothing_else_to_the_list() =>
        Broken("attach_tag", NotYet + Update($$"""{"tags":["append",["append",{{Tags}},["arg","tag"]],"and another"]}"""),
            "the set does not hold what was added");

    [Fact]
    public void A_link_changes_no_other_column() =>
        Broken("attach_tag", NotYet + Update($$"""{"title":"another","tags":["append",{{Tags}},["arg","tag"]]}"""), "title changed though nothing asks for it");

    [Fact]
    public void An_item_that_is_there_already_is_refused() =>
        Broken("attach_tag", Update($$"""{"tags":["append",{{Tags}},["arg","tag"]]}"""), "an item that is there already");

    [Fact]
    public void A_link_fills_the_column_that_holds_one_value() => Broken("assign_shelf", Unchanged, "the link is not stored");

    [Fact]
    public void An_unlinked_item_stands_in_the_list_no_more() => Broken("detach_tag", There + Unchanged, "the set still holds what was removed");

    [Fact]
    public void An_unlink_takes_nothing_else_from_the_list() =>
        Broken("detach_tag", There + Update("""{"tags":["array"]}"""), "the set still holds what was removed");

    [Fact]
    public void An_item_that_is_not_there_is_refused() =>
        Broken("detach_tag", Update($$"""{"tags":["remove",{{Tags}},["arg","tag"]]}"""), "an item that is not there");

    [Fact]
    public void An_unlink_does_not_put_another_value_in_the_place_of_the_one_that_it_takes() =>
        Broken(
            "unassign_shelf",
            """{"guard":["eq",["field",["var","row"],"shelf"],["arg","shelf"]],"code":"precondition_failed","message":"not there"},"""
                + Update("""{"shelf":"another shelf"}"""),
            "the link is not gone");

    [Fact]
    public void An_unlink_empties_the_column_that_holds_one_value() => Broken(
        "unassign_shelf",
        """{"guard":["eq",["field",["var","row"],"shelf"],["arg","shelf"]],"code":"precondition_failed","message":"not there"},""" + Unchanged,
        "the link is not gone");

    [Fact]
    public void A_value_that_does_not_stand_in_the_column_is_not_taken_from_it() =>
        Broken("unassign_shelf", Update("""{"shelf":null}"""), "an item that is not there");

    /// <summary>A column that must hold something keeps what it holds, and the tool is told to change nothing.</summary>
    [Fact]
    public void An_unlink_puts_nothing_else_into_a_column_that_must_hold_something()
    {
        Assert.Equal(["no call changes anything"], Laws("withdraw_owner", null));
        Broken("withdraw_owner", Update("""{"owner":"somebody else"}"""), "another link is there");
    }

    private static void Broken(string tool, string body, string law) =>
        Assert.Contains(Laws(tool, body), broken => broken.Contains(law, StringComparison.Ordinal));
}
