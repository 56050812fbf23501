using AgentScaler.Environments.Programs;
using AgentScaler.Environments.Sessions;
using AgentScaler.Environments.Values;
using AgentScaler.Pipeline.Options;
using AgentScaler.Tools;
using static AgentScaler.Materialization.Tests.ToolFixture;

namespace AgentScaler.Materialization.Tests;

/// <summary>What the user says of effects and statuses is followed, or refused with its place.</summary>
public sealed class SaidStepsTests
{
    private const string Loan =
        """{"type":"object","required":["id","status","archived","note"],"properties":{"id":{"type":"string"},"status":{"type":"string","enum":["open","late","returned"]},"archived":{"type":"boolean"},"note":{"type":"string"}}}""";

    private const string ById = """{"type":"object","required":["loan_id"],"properties":{"loan_id":{"type":"string"}}}""";

    private const string WithNote =
        """{"type":"object","required":["loan_id","note"],"properties":{"loan_id":{"type":"string"},"note":{"type":"string"}}}""";

    [Theory]
    // A step over a status, a step over a mark, a change and a deletion: all start from where the user says.
    [InlineData("return_loan", """{"from":["late"]}""", "status", "late", true)]
    [InlineData("return_loan", """{"from":["late"]}""", "status", "open", false)]
    [InlineData("archive_loan", """{"from":["true"]}""", "archived", true, true)]
    [InlineData("archive_loan", """{"from":["true"]}""", "archived", false, false)]
    [InlineData("update_loan", """{"from":["late"]}""", "status", "late", true)]
    [InlineData("update_loan", """{"from":["late"]}""", "status", "open", false)]
    [InlineData("delete_loan", """{"from":["returned"]}""", "status", "returned", true)]
    [InlineData("delete_loan", """{"from":["returned"]}""", "status", "late", false)]
    public void The_user_says_from_where_a_row_is_changed(string tool, string said, string column, object value, bool allowed)
    {
        var state = $$"""{"loans":[{"id":"l1","status":"open","archived":false,"note":"n"},{"id":"l2","status":"late","archived":true,"note":"n"},{"id":"l3","status":"returned","archived":false,"note":"n"}]}""";
        var made = Materialize("library", Loans(), Options(tool, said) with { State = state });
        Assert.True(made.Rejection is null, made.Rejection);
        var session = CompiledEnvironment.Compile(made.Definition!, made.InitialState).Open();
        var row = made.InitialState.Rows("loans").First(r => r[column] == (value is bool flag ? Value.From(flag) : Value.From((string)value)));
        var arguments = tool == "update_loan" ? Value.Object(("loan_id", row["id"]), ("note", "other")) : Value.Object(("loan_id", row["id"]));
        var answer = session.Call(tool, arguments);
        Assert.Equal(allowed ? null : ErrorCode.PreconditionFailed, answer.Error?.Code);
    }

    [Fact]
    public void A_tool_with_a_status_that_it_leads_to_is_a_step()
    {
        var made = Materialize("library", Loans(), Options("update_loan", """{"from":["open"],"to":"late"}"""));
        Assert.Equal("transition", made.Description.Tools.Single(t => t.Name == "update_loan").Does);
    }

    [Theory]
    [InlineData("list_loans", """{"to":"late"}""", "/tools/list_loans/to")]
    [InlineData("list_loans", """{"from":["late"]}""", "/tools/list_loans/from")]
    [InlineData("archive_loan", """{"from":["late"]}""", "/tools/archive_loan/from")]
    [InlineData("list_loans", """{"effect":"link"}""", "/tools/list_loans/effect")]
    [InlineData("list_loans", """{"effect":"upsert"}""", "/tools/list_loans/effect")]
    public void A_word_that_cannot_be_followed_is_refused_with_its_place(string tool, string said, string place)
    {
        var made = Materialize("library", Loans(), Options(tool, said));
        Assert.Null(made.Definition);
        Assert.Contains(place, made.Rejection, StringComparison.Ordinal);
    }

    private static MaterializationOptions Options(string tool, string said) => new()
    {
        DifferentialCalls = 0,
        MutantsPerTool = 0,
        Overrides = $$$"""{"tools":{"{{{tool}}}":{{{said}}}}}""",
    };

    private static IReadOnlyList<ToolSpecification> Loans() =>
    [
        Http("list_loans", "GET", "/loans", """{"type":"object","properties":{}}""", $$"""{"type":"array","items":{{Loan}}}"""),
        Http("get_loan", "GET", "/loans/{loan_id}", ById, Loan),
        Http("update_loan", "PATCH", "/loans/{loan_id}", WithNote, Loan),
        Http("delete_loan", "DELETE", "/loans/{loan_id}", ById),
        Http("return_loan", "POST", "/loans/{loan_id}/return", ById, Loan),
        Http("archive_loan", "POST", "/loans/{loan_id}/archive", ById, Loan),
    ];
}
