using AgentScaler.Pipeline.Options;
using AgentScaler.Tools;
using static AgentScaler.Materialization.Tests.ToolFixture;

namespace AgentScaler.Materialization.Tests.Proofs;

/// <summary>The laws of creates and of refusals, each broken by a program that is planted as the user's own.</summary>
public sealed class CreateLawTests
{
    private const string Author = """{"type":"object","required":["author_id","name"],"properties":{"author_id":{"type":"string"},"name":{"type":"string"}}}""";
    private const string Book =
        """{"type":"object","required":["book_id","title"],"properties":{"book_id":{"type":"string"},"title":{"type":"string"},"pages":{"type":"integer"},"author_id":{"type":"string"},"tags":{"type":"array","items":{"type":"string"}}}}""";
    private const string Key = """{"type":"object","required":["book_id"],"properties":{"book_id":{"type":"string"}}}""";

    /// <summary>The row that was made, as the tool's schema has it.</summary>
    private const string Told = """{"return":["object",{"book_id":["field",["var","row"],"book_id"],"title":["field",["var","row"],"title"]}]}""";

    private static IReadOnlyList<ToolSpecification> Library() =>
    [
        Http("get_author", "GET", "/authors/{author_id}", """{"type":"object","required":["author_id"],"properties":{"author_id":{"type":"string"}}}""",
            Author),
        Http("list_authors", "GET", "/authors", """{"type":"object","properties":{}}""", $$"""{"type":"array","items":{{Author}}}"""),
        Http("get_book", "GET", "/books/{book_id}", Key, Book),
        Http("add_book", "POST", "/books", """{"type":"object","required":["title"],"properties":{"title":{"type":"string"},"pages":{"type":"integer"}}}""",
            Book),
        Http("add_books", "POST", "/books/bulk-create",
            """{"type":"object","required":["books"],"properties":{"books":{"type":"array","minItems":1,"maxItems":2,"items":{"type":"object","required":["title"],"properties":{"title":{"type":"string"}}}}}}"""),
        Http("delete_book", "DELETE", "/books/{book_id}", Key),
    ];

    private static IReadOnlyList<string> Laws(string tool, string? body, string? effect = null)
    {
        var said = effect is null ? "" : $$""","effect":"{{effect}}","resource":"book" """;
        var overrides = body is null
            ? null
            : $$$$"""{"tools":{"{{{{tool}}}}":{"judged":true,"program":{"tool":"{{{{tool}}}}","writes":true,"body":{{{{body}}}},"evidence":[]}{{{{said}}}}}}}""";
        var made = Materialize("library", Library(), new MaterializationOptions { DifferentialCalls = 0, MutantsPerTool = 0, Overrides = overrides });
        Assert.True(made.Definition is not null, made.Rejection);
        var checks = made.Checks.Tools.Single(t => t.Name == tool);
        Assert.True(checks.TypeChecked, checks.Detail);
        return checks.BrokenLaws;
    }

    [Theory]
    [InlineData("add_book")]
    [InlineData("add_books")]
    [InlineData("delete_book")]
    public void What_is_inferred_breaks_no_law(string tool) => Assert.Empty(Laws(tool, null));

    [Fact]
    public void An_argument_that_is_bound_to_a_column_stands_in_the_new_row() => Assert.Contains(
        Laws("add_book",
            """[{"insert":"books","row":{"title":"always the same","tags":["literal",[]]},"as":"row"},""" + Told + "]"),
        law => law.StartsWith("title was given and is not stored", StringComparison.Ordinal));

    [Fact]
    public void A_reference_that_nobody_gave_leads_nowhere() => Assert.Contains(
        Laws("add_book",
            """[{"insert":"books","row":{"title":["arg","title"],"pages":["arg","pages"],"tags":["literal",[]],"author_id":["field",["at",["select","authors",{"as":"r","limit":1}],0],"author_id"]},"as":"row"},{"return":["var","row"]}]"""),
        law => law.Contains("author_id", StringComparison.Ordinal));

    [Fact]
    public void A_reference_that_nobody_gave_leads_nowhere_in_any_of_many_rows() => Assert.Contains(
        Laws(
            "add_books",
            """[{"for":"entry","in":["arg","books"],"do":[{"insert":"books","row":{"title":["field",["var","entry"],"title"],"tags":["literal",[]],"author_id":["field",["at",["select","authors",{"as":"r","limit":1}],0],"author_id"]},"as":"row"}]},{"return":["literal",{"success":true}]}]""",
            "create_many"),
        law => law.StartsWith("author_id refers to a row that nobody named", StringComparison.Ordinal));

    /// <summary>Nothing stands in a new row that nobody gave, whatever a new row is born with.</summary>
    [Theory]
    [InlineData("""{"title":["arg","title"],"pages":["arg","pages"],"tags":["literal",["new"]]}""", "tags of a new row is not []")]
    [InlineData("""{"title":["arg","title"],"pages":["literal",7],"tags":["literal",[]]}""", "pages was not given and is not null")]
    [InlineData("""{"title":["arg","title"],"pages":["add",["coalesce",["arg","pages"],0],1],"tags":["literal",[]]}""", "pages was given and is not stored")]
    public void A_new_row_holds_nothing_else(string row, string law) => Assert.Contains(
        Laws("add_book", $$"""[{"insert":"books","row":{{row}},"as":"row"},{{Told}}]"""), l => l.StartsWith(law, StringComparison.Ordinal));

    /// <summary>The laws of one new row are those of each of many.</summary>
    [Theory]
    [InlineData("""{"title":"always the same","tags":["literal",[]]}""", "an entry is in no new row")]
    [InlineData("""{"title":["field",["var","entry"],"title"],"tags":["literal",["new"]]}""", "tags of a new row is not []")]
    [InlineData("""{"title":["field",["var","entry"],"title"],"pages":7,"tags":["literal",[]]}""", "pages was not given and is not null")]
    public void Each_of_many_new_rows_holds_what_its_entry_says_and_nothing_else(string row, string law) => Assert.Contains(
        Laws("add_books", $$"""[{"for":"entry","in":["arg","books"],"do":[{"insert":"books","row":{{row}},"as":"row"}]},{"return":["literal",{"items":[]}]}]""",
            "create_many"),
        l => l.StartsWith(law, StringComparison.Ordinal));

    [Fact]
    public void The_result_tells_the_rows_that_were_made() => Assert.Contains(
        Laws("add_books",
            """[{"for":"entry","in":["arg","books"],"do":[{"insert":"books","row":{"title":["field",["var","entry"],"title"],"tags":["literal",[]]},"as":"row"}]},{"return":["literal",{"items":[]}]}]""",
            "create_many"),
        l => l.Contains("the result holds 0", StringComparison.Ordinal));

    [Fact]
    public void A_refusal_is_excused_by_a_precondition_that_the_call_violates_and_by_nothing_else()
    {
        const string never = """[{"guard":false,"code":"CODE","message":"never"},{"delete":"books","key":[["arg","book_id"]]},{"return":null}]""";
        Assert.Contains(
            Laws("delete_book", never.Replace("CODE", "conflict", StringComparison.Ordinal)),
            law => law.StartsWith("a valid call fails with Conflict", StringComparison.Ordinal));
        Assert.Contains(
            Laws("delete_book", never.Replace("CODE", "not_found", StringComparison.Ordinal)),
            law => law.StartsWith("a valid call fails with NotFound", StringComparison.Ordinal));
    }
}
