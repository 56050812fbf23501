using AgentScaler.Environments.Values;
using AgentScaler.Tools;
using AgentScaler.Trajectories;

namespace AgentScaler.Fixtures;

/// <summary>Tasks of the shop, made by running their golden calls.</summary>
public static class ShopTasks
{
    public static TaskSpecification Write { get; } = Of(
        TaskKind.Write,
        [],
        ("get_customer", """{"customer_id":"cus_0001"}"""),
        ("create_order", """{"customer_id":"cus_0001","items":[{"sku":"BK-1","quantity":2}]}"""),
        ("create_order", """{"customer_id":"cus_0002","items":[{"sku":"TR-4","quantity":1}]}"""));

    public static TaskSpecification ReadOnly { get; } = Of(
        TaskKind.ReadOnly,
        ["Ana Silva", 51.98],
        ("get_customer", """{"customer_id":"cus_0001"}"""),
        ("get_order", """{"order_id":1}"""),
        ("list_orders", """{"status":"open"}""")) with
    {
        Plan = [new ArgumentPlan(1, "/order_id", "result", Value.Parse("""{"result":0,"path":["x"]}"""))],
    };

    public static TaskSpecification Refusal { get; } = Of(
        TaskKind.Refusal, [], ("get_order", """{"order_id":2}"""));

    public static TaskSpecification WithFailingCall { get; } = Of(
        TaskKind.Write,
        [],
        ("set_order_status", """{"order_id":2,"status":"paid"}"""),
        ("set_order_status", """{"order_id":1,"status":"paid"}"""));

    public static TaskSpecification Of(TaskKind kind, IReadOnlyList<Value> answers, params (string Name, string Arguments)[] calls)
    {
        var session = Shop.Compiled.Open();
        var results = calls.Select(c => session.Ask(c.Name, c.Arguments)).ToArray();
        var golden = calls.Select((c, i) => new GoldenCall(c.Name, Value.Parse(c.Arguments), results[i].Error?.Code)).ToArray();
        return new TaskSpecification(
            ContentId.Of("task", [kind.ToString(), .. calls.Select(c => c.Name + c.Arguments)]),
            "shop",
            kind,
            "Do it, please.",
            new SimulatedUser("A person.", new Dictionary<string, Value>()),
            golden,
            results,
            session.Diff(),
            answers,
            Shop.Compiled.InitialHash.ToString(),
            session.Hash.ToString(),
            calls.Length,
            new TaskProvenance([.. calls.Select(c => "tool_" + c.Name)], 0, ["Apache-2.0"]));
    }

    /// <summary>The conversation of an agent that makes the golden calls.</summary>
    public static Talk Golden(TaskSpecification task)
    {
        var talk = new Talk().User(task.Intent);
        foreach (var call in task.GoldenCalls)
        {
            talk.Call(call.Name, call.Arguments.ToJson());
        }

        return talk.Say("All done: " + string.Join(", ", task.AnswerValues.Select(v => v.IsString ? v.AsString : v.ToJson())) + ".");
    }
}
