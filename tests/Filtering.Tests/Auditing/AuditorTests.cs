using AgentScaler.Filtering.Auditing;
using AgentScaler.Fixtures;
using AgentScaler.Judging;
using AgentScaler.Trajectories;
using AgentScaler.Trajectories.Workspaces;

namespace AgentScaler.Filtering.Tests.Auditing;

public sealed class AuditorTests
{
    private static readonly TaskSpecification[] Tasks =
    [
        ShopTasks.Write,
        ShopTasks.ReadOnly,
        ShopTasks.Refusal,
        ShopTasks.WithFailingCall,
        ShopTasks.Of(
            TaskKind.Write,
            [],
            ("list_orders", """{"customer_id":"cus_0001","per_page":2}"""),
            ("create_customer", """{"name":"Nora Berg","email":"nora@example.com"}"""),
            ("create_order", """{"customer_id":"cus_0003","items":[{"sku":"BK-1","quantity":1},{"sku":"TR-4","quantity":1}]}"""),
            ("update_customer", """{"customer_id":"cus_0003","city":"Gdynia","class":"vip"}""")),
        ShopTasks.Of(TaskKind.Write, [], ("transfer", """{"from":"cus_0001","to":"cus_0003","amount":20}"""), ("delete_order", """{"order_id":4}""")),
    ];

    [Fact]
    public async Task The_filter_rejects_what_does_harm_and_nothing_else()
    {
        using var workspace = new ShopWorkspace(Tasks);

        var report = await Run(workspace, 300);

        Assert.Empty(report.Mistakes);
        Assert.Equal((1.0, 1.0, 0), (report.Precision, report.Recall, report.VerifyDisagreements));
        Assert.InRange(report.Cases, 250, 400);
        Assert.Equal(
            [.. Corruptions.All.Concat(Variations.All).Select(p => p.Name).Order(StringComparer.Ordinal)],
            report.Classes.Select(c => c.Name).Distinct());
        Assert.All(Corruptions.All, p => Assert.Contains(report.Classes, c => c.Name == p.Name && c.Harmful));

        // The shop has no set that a call fills, so that every other order of an array does harm in it.
        Assert.All(
            Variations.All.Where(p => p.Name != "reordered_set"),
            p => Assert.Contains(report.Classes, c => c.Name == p.Name && !c.Harmful));
    }

    [Fact]
    public async Task The_same_seed_plants_the_same_cases()
    {
        using var workspace = new ShopWorkspace(Tasks);
        var (first, second) = (await Run(workspace, 60), await Run(workspace, 60));
        Assert.Equal(first.Classes, second.Classes);
    }

    [Fact]
    public async Task A_workspace_without_accepted_trajectories_says_what_to_run()
    {
        using var workspace = new ShopWorkspace(ShopTasks.Write);
        workspace.Write("trajectories.jsonl", []);
        Assert.Contains("until filter", (await Assert.ThrowsAsync<WorkspaceException>(() => Run(workspace, 10))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_Python_the_audit_says_so()
    {
        using var workspace = new ShopWorkspace(ShopTasks.Write);
        var auditor = new Auditor(new WorkspaceReader(workspace.Folder), new TrajectoryJudge());
        var error = await Assert.ThrowsAsync<AuditException>(() =>
            auditor.RunAsync(new AuditOptions { Cases = 10, Python = "no-such-python" }, TestContext.Current.CancellationToken));
        Assert.Contains("no-such-python", error.Message, StringComparison.Ordinal);
    }

    private static Task<AuditReport> Run(ShopWorkspace workspace, int cases) =>
        new Auditor(new WorkspaceReader(workspace.Folder), new TrajectoryJudge())
            .RunAsync(new AuditOptions { Cases = cases }, TestContext.Current.CancellationToken);
}
