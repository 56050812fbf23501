using AgentScaler.Environments.Programs;
using AgentScaler.Environments.Sessions;
using AgentScaler.Environments.Values;

namespace AgentScaler.Materialization.Tests;

public sealed class ProgramSynthesisTests
{
    private static readonly CompiledEnvironment Shop = Compile(ToolFixture.Shop());
    private static readonly CompiledEnvironment Helpdesk = Compile(ToolFixture.Helpdesk());
    private static readonly CompiledEnvironment Aws = Compile(ToolFixture.Aws());

    private static CompiledEnvironment Compile(IReadOnlyList<Tools.ToolSpecification> tools)
    {
        var result = ToolFixture.Materialize("d", tools);
        return CompiledEnvironment.Compile(result.Definition!, result.InitialState);
    }

    private static Value Args(string json) => Value.Parse(json);

    private static ObjectValue Order(string status) => Shop.InitialState.Rows("orders").First(o => o["status"] == status);

    [Fact]
    public void A_row_is_shown_by_its_key_and_an_unknown_key_is_not_found()
    {
        var order = Shop.InitialState.Rows("orders")[0];
        var found = Shop.Open().Call("get_order", Value.Object(("order_id", order["id"])));
        Assert.Equal(order["total"], found.Result["total"]);
        Assert.Equal(ErrorCode.NotFound, Shop.Open().Call("get_order", Args("""{"order_id":"nothing"}""")).Error!.Code);
    }

    [Fact]
    public void A_list_is_filtered_sorted_and_paged_and_says_its_total()
    {
        var session = Shop.Open();
        var all = session.Call("list_orders", Args("""{"sort_by":"total","sort_order":"desc","limit":100}""")).Result;
        var totals = all["data"].AsArray.ToArray().Select(o => o["total"].AsNumber).ToList();
        Assert.Equal(totals.OrderDescending(), totals);
        var page = session.Call("list_orders", Args("""{"limit":2,"offset":1}""")).Result;
        Assert.Equal(2, page["data"].AsArray.Length);
        Assert.Equal(totals.Count, page["total"].AsNumber);
        Assert.True(page["has_more"].IsTrue);
        var paid = session.Call("list_orders", Args("""{"status":"paid"}""")).Result["data"].AsArray.ToArray();
        Assert.All(paid, o => Assert.Equal("paid", o["status"].AsString));
        Assert.NotEmpty(paid);
    }

    [Fact]
    public void What_is_created_is_there_with_its_key_its_clock_and_its_first_status()
    {
        var session = Shop.Open();
        var customer = Shop.InitialState.Rows("customers")[0]["id"];
        var made = session.Call("create_order", Value.Object(("customer_id", customer), ("total", 12.5), ("items", Args("""[{"sku":"A","quantity":2}]"""))));
        Assert.True(made.Ok, made.Error?.Message);
        Assert.Equal("pending", made.Result["status"].AsString);
        var again = session.Call("get_order", Value.Object(("order_id", made.Result["id"])));
        Assert.Equal(made.Result, again.Result);
        Assert.StartsWith("2026-01-01", again.Result["created_at"].AsString, StringComparison.Ordinal);
    }

    [Fact]
    public void A_reference_to_nothing_is_not_found_and_changes_nothing()
    {
        var session = Shop.Open();
        var refused = session.Call("create_order", Args("""{"customer_id":"nobody","total":1,"items":[]}"""));
        Assert.Equal(ErrorCode.NotFound, refused.Error!.Code);
        Assert.Equal(Shop.InitialHash, session.Hash);
    }

    [Fact]
    public void A_transition_is_allowed_from_open_states_only()
    {
        var session = Shop.Open();
        var cancelled = session.Call("cancel_order", Value.Object(("order_id", Order("pending")["id"]), ("cancellation_reason", "late")));
        Assert.Equal("cancelled", cancelled.Result["status"].AsString);
        Assert.Equal("late", cancelled.Result["cancellation_reason"].AsString);
        Assert.False(cancelled.Result["cancelled_at"].IsNull);
        Assert.Equal(ErrorCode.PreconditionFailed, session.Call("cancel_order", Value.Object(("order_id", Order("delivered")["id"]))).Error!.Code);
        Assert.Equal(ErrorCode.PreconditionFailed, session.Call("cancel_order", Value.Object(("order_id", Order("pending")["id"]))).Error!.Code);
    }

    [Fact]
    public void An_update_changes_what_is_given_and_nothing_else()
    {
        var session = Shop.Open();
        var before = Shop.InitialState.Rows("customers")[1];
        session.Call("update_customer", Value.Object(("customer_id", before["id"]), ("city", "Oslo")));
        var after = session.State().Rows("customers").First(c => c["id"] == before["id"]);
        Assert.Equal("Oslo", after["city"].AsString);
        Assert.Equal(before["name"], after["name"]);
    }

    [Fact]
    public void A_function_style_assignment_and_a_close_change_the_ticket()
    {
        var session = Helpdesk.Open();
        var ticket = Helpdesk.InitialState.Rows("tickets").First(t => t["status"] == "open")["ticket_id"];
        Assert.True(session.Call("close_ticket", Value.Object(("ticket_id", ticket))).Result["success"].IsTrue);
        Assert.Equal(ErrorCode.PreconditionFailed, session.Call("close_ticket", Value.Object(("ticket_id", ticket))).Error!.Code);
        Assert.True(session.Call("reopen_ticket", Value.Object(("ticket_id", ticket))).Ok);
    }

    [Fact]
    public void A_message_becomes_a_row_in_an_outbox()
    {
        var session = Helpdesk.Open();
        var sent = session.Call("send_message", Args("""{"recipient":"Ada","text":"hello"}"""));
        Assert.True(sent.Result["sent"].IsTrue);
        Assert.Equal("hello", session.Diff()["messages"]["inserted"].AsArray[0]["text"].AsString);
    }

    [Fact]
    public void What_no_database_holds_is_derived_the_same_for_the_same_arguments()
    {
        var first = Helpdesk.Open().Call("get_weather", Args("""{"city":"Lyon"}""")).Result;
        Assert.Equal("Lyon", first["city"].AsString);
        Assert.Equal(first, Helpdesk.Open(9).Call("get_weather", Args("""{"city":"Lyon"}""")).Result);
        Assert.Equal(24.69, Helpdesk.Open().Call("calculate_bmi", Args("""{"weight":80,"height":1.8}""")).Result.AsNumber, 2);
    }

    [Fact]
    public void Aws_style_tools_create_describe_and_delete_one_thing()
    {
        var session = Aws.Open();
        Assert.True(session.Call("CreateQueue", Args("""{"QueueName":"orders"}""")).Ok);
        Assert.Equal("orders", session.Call("GetQueue", Args("""{"QueueName":"orders"}""")).Result["Queue"]["QueueName"].AsString);
        Assert.Equal(ErrorCode.Conflict, session.Call("CreateQueue", Args("""{"QueueName":"orders"}""")).Error!.Code);
        Assert.True(session.Call("DeleteQueue", Args("""{"QueueName":"orders"}""")).Ok);
        Assert.Equal(ErrorCode.NotFound, session.Call("GetQueue", Args("""{"QueueName":"orders"}""")).Error!.Code);
    }

    [Fact]
    public void A_second_account_with_the_same_address_is_a_conflict()
    {
        var taken = Shop.InitialState.Rows("customers")[0]["email"];
        Assert.Equal(ErrorCode.Conflict, Shop.Open().Call("create_customer", Value.Object(("email", taken), ("name", "Ada"))).Error!.Code);
    }
}
