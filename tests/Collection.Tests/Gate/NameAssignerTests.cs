using AgentScaler.Collection.Gate;
using AgentScaler.Tools;

namespace AgentScaler.Collection.Tests.Gate;

/// <summary>Names of tools that several sources call alike. A row cites the tools as provider/name#id, in the order in which they were read.</summary>
public sealed class NameAssignerTests
{
    [Theory]
    [InlineData("github.com/create_issue#1", "create_issue", "a name of its own")]
    [InlineData("github.com/search#1 gitlab.com/search#2", "github_search gitlab_search", "two providers with one name")]
    [InlineData("googleapis.com:chat/list#1 googleapis.com:drive/list#2", "chat_list drive_list", "two services of one provider")]
    [InlineData("github.com/Search#1 gitlab.com/search#2", "github_Search gitlab_search", "names that differ in case alone")]
    [InlineData("github.com/search#aaaaaaa1 github.com/search#bbbbbbb2", "github_search_aaaaaa github_search_bbbbbb", "one provider with one name twice")]
    [InlineData("gitlab.com/search#2 github.com/search#1 crates.io/search#3", "gitlab_search github_search crates_search", "three providers")]
    [InlineData("3scale.net/list#1 gitlab.com/list#2", "_3scale_list gitlab_list", "a provider that begins with a digit")]
    [InlineData(
        "github.com/search#1 gitlab.com/search#2 other.org/github_search#aaaaaaa3",
        "github_search_1 gitlab_search github_search", "a prefixed name that another tool has by itself")]
    public void Tools_are_told_apart_by_their_provider_and_then_by_their_id(string cited, string names, string because)
    {
        var drafts = cited.Split(' ').Select(Draft).ToList();
        var assigned = NameAssigner.Assign(drafts);
        Assert.Equal($"{because}: {names}", $"{because}: {string.Join(' ', drafts.Select(d => assigned[d.Id]))}");

        drafts.Reverse();
        Assert.Equal(assigned.OrderBy(n => n.Key, StringComparer.Ordinal), NameAssigner.Assign(drafts).OrderBy(n => n.Key, StringComparer.Ordinal));
    }

    private static SpooledDraft Draft(string text)
    {
        var (slash, hash) = (text.IndexOf('/', StringComparison.Ordinal), text.IndexOf('#', StringComparison.Ordinal));
        var (provider, name, id) = (text[..slash], text[(slash + 1)..hash], "tool_" + text[(hash + 1)..]);
        return new SpooledDraft(id, provider, name, "", "", "", "", "", "", ToolEffect.Read, [], default) { Order = (0, 0, 0) };
    }
}
