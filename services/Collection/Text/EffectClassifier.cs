using System.Collections.Frozen;
using AgentScaler.Tools;

namespace AgentScaler.Collection.Text;

/// <summary>
/// Whether a tool reads or writes, from the strongest evidence first: what the source says of it, the HTTP method where
/// methods mean something, the verb of the name, the first verb of the description.
/// </summary>
internal static class EffectClassifier
{
    private static readonly FrozenSet<string> Reads = Set(
        """
        get list describe search find query fetch read show view retrieve lookup check count compare calculate calc compute convert estimate
        validate verify analyze analyse detect predict recommend suggest browse scan preview test is has exists export download translate
        summarize inspect discover extract evaluate measure track monitor watch ping echo parse format resolve explain classify identify filter
        select head batchget info status whois locate match rank score simulate select lint diff render print generate determine assess
        review forecast decode encode hash index stat grep cat ls peek poll display observe visualize plot forecast autocomplete geocode scrape
        crawl help top latest current all
        """);

    private static readonly FrozenSet<string> Writes = Set(
        """
        create update delete remove add insert put post patch set send write upload save store modify edit change replace cancel book reserve
        order buy purchase sell pay refund transfer approve reject assign unassign enable disable start stop restart reboot terminate run execute
        invoke publish subscribe unsubscribe register deregister unregister attach detach associate disassociate tag untag import restore reset
        revoke grant archive unarchive move copy rename close open reopen submit apply accept decline invite join leave lock unlock merge
        activate deactivate schedule unschedule upsert batchcreate batchupdate batchdelete provision deploy undeploy launch install uninstall
        upgrade rollback release allocate deallocate request trigger complete finish mark unmark pin unpin star unstar follow unfollow like
        unlike comment reply notify share unshare block unblock mute unmute confirm checkout clear purge clone fork commit push initiate abort
        pause resume suspend terminate connect disconnect bind unbind link unlink sync rotate renew extend increase decrease adjust
        authorize sign issue void capture charge withdraw deposit mint burn append log record touch mkdir rm mv cp make build new destroy
        drop truncate migrate promote demote force toggle turn play skip fill press click type navigate login logout authenticate batch bulk
        recreate regenerate retry replay requeue acknowledge ack report flag vote upvote downvote rate
        """);

    public static (ToolEffect Effect, string Evidence) Classify(string? method, string name, string description, bool methodTells = true)
    {
        var words = Words.Of(name);
        var verb = VerbOf(words, out var effect);
        switch (methodTells ? method : null)
        {
            case "GET" or "HEAD" or "OPTIONS":
                return (ToolEffect.Read, $"method {method}");
            case "PUT" or "PATCH" or "DELETE":
                return (ToolEffect.Write, $"method {method}");
            case "POST" when verb is not null && effect == ToolEffect.Read && words[0] == verb:
                return (ToolEffect.Read, $"verb '{verb}' of the name, though the method is POST");
            case "POST" when words.Count > 0 && words[^1] is "search" or "query" or "lookup" or "list" or "find" or "count" or "preview" or "validate":
                return (ToolEffect.Read, $"'{words[^1]}' at the end of the name, though the method is POST");
            case "POST":
                return (ToolEffect.Write, effect == ToolEffect.Write ? $"method POST and verb '{verb}' of the name" : "method POST");
        }

        if (verb is not null)
        {
            return (effect, $"verb '{verb}' of the name");
        }

        foreach (var word in Words.Of(description.Length > 120 ? description[..120] : description).Take(8))
        {
            var bare = BareVerb(word);
            if (Writes.Contains(bare))
            {
                return (ToolEffect.Write, $"verb '{word}' of the description");
            }

            if (Reads.Contains(bare))
            {
                return (ToolEffect.Read, $"verb '{word}' of the description");
            }
        }

        return (ToolEffect.Unknown, "nothing tells");
    }

    /// <summary>The first word of the name that is a known verb: names begin with one or put the resource before it.</summary>
    private static string? VerbOf(List<string> words, out ToolEffect effect)
    {
        foreach (var word in words)
        {
            if (Writes.Contains(word))
            {
                effect = ToolEffect.Write;
                return word;
            }

            if (Reads.Contains(word))
            {
                effect = ToolEffect.Read;
                return word;
            }
        }

        effect = ToolEffect.Unknown;
        return null;
    }

    /// <summary>"Returns", "creates" and "deleting" as their verbs.</summary>
    private static string BareVerb(string word) => word switch
    {
        "returns" or "return" => "get",
        { Length: > 5 } when word.EndsWith("ies", StringComparison.Ordinal) => word[..^3] + "y",
        { Length: > 5 } when word.EndsWith("ches", StringComparison.Ordinal) || word.EndsWith("shes", StringComparison.Ordinal) => word[..^2],
        { Length: > 3 } when word.EndsWith('s') => word[..^1],
        _ => word,
    };

    private static FrozenSet<string> Set(string words)
        => words.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
