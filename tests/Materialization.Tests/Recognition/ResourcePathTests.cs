using AgentScaler.Materialization.SchemaInference;

namespace AgentScaler.Materialization.Tests.Recognition;

/// <summary>A path is read as collections with their keys, outermost first, and a custom verb. A row cites the path of a public API.</summary>
public sealed class ResourcePathTests
{
    [Theory]
    [InlineData("/customers", "customers", "a collection")]
    [InlineData("/v1/customers/{customer}", "customers(customer)", "an item behind a version")]
    [InlineData("/api/v2/users", "users", "a prefix and a version")]
    [InlineData("/rest/api/3/issue/{issueIdOrKey}", "issue(issueIdOrKey)", "a version that is a bare number")]
    [InlineData("/2.0/files/{file_id}", "files(file_id)", "a version with a point")]
    [InlineData(
        "/2010-04-01/Accounts/{AccountSid}/Messages/{Sid}.json",
        "Accounts(AccountSid) Messages(Sid)", "a version that is a day, and a form of output at the end")]
    [InlineData("/admin/api/2024-01/orders.json", "orders", "a version that is a month, and a form of output at a collection")]
    [InlineData("/repos/{owner}/{repo}/issues/{issue_number}", "repos(owner,repo) issues(issue_number)", "a key of two variables, then a child")]
    [InlineData("/orders/{order_id}/lines", "orders(order_id) lines", "a collection of children")]
    [InlineData("/orders/{order_id}/", "orders(order_id)", "a slash at the end")]
    [InlineData("/v1/projects/{project}/topics/{topic}:publish", "projects(project) topics(topic) verb publish", "a verb behind a colon at an item")]
    [InlineData("/v1/documents:batchGet", "documents verb batchGet", "a verb behind a colon at a collection")]
    [InlineData("/People('{UserName}')/Trips", "People(UserName) Trips", "a key in parentheses")]
    [InlineData("/Orders({OrderID})", "Orders(OrderID)", "a key in parentheses without quotes")]
    [InlineData("/distance/{from}/{to}", "distance(from,to)", "two variables side by side")]
    [InlineData("/{Bucket}/{Key+}", "(Bucket,Key)", "a variable of several segments, and no collection at all")]
    [InlineData("/users?type={type}", "users", "a query that was written into the path")]
    [InlineData("/", "", "no path")]
    [InlineData("/teams/{team-id}/members", "teams(team-id) members", "a variable with a hyphen")]
    [InlineData(
        "/subscriptions/{subscriptionId}/resourceGroups/{group}/providers/Microsoft.Web/sites/{name}",
        "subscriptions(subscriptionId) resourceGroups(group) sites(name)", "a namespace between collections")]
    public void A_path_names_collections_and_their_keys(string cited, string read, string because)
    {
        var path = ResourcePath.Parse(cited);

        // Segments without a key in front of others are passed over by all that read a path.
        var named = path.Groups.Where((g, i) => g.Variables.Count > 0 || i == path.Groups.Count - 1);
        var groups = string.Join(' ', named.Select(g => g.Variables.Count == 0 ? g.Segment : $"{g.Segment}({string.Join(',', g.Variables)})"));
        Assert.Equal($"{because}: {read}", $"{because}: {groups}{(path.Verb is null ? "" : $"{(groups.Length > 0 ? " " : "")}verb {path.Verb}")}");
    }
}
