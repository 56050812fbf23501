using System.Collections.Frozen;
using AgentScaler.Language;
using AgentScaler.Tools;

namespace AgentScaler.Collection.Text;

/// <summary>
/// Decides whether a tool reads or writes, by the strongest evidence first: the source's own word, the HTTP method if methods mean something, the
/// verb of the name, the first verb of the description.
/// </summary>
internal static class EffectClassifier
{
    private static readonly FrozenSet<string> Reads = Set(
        """
        get list describe search find query fetch read show view retrieve lookup check count compare calculate calc compute convert estimate
        validate verify analyze analyse detect predict recommend suggest browse scan preview is has exists export download translate
        summarize inspect discover extract evaluate measure track monitor watch ping parse resolve explain classify identify filter
        select head whois locate simulate lint diff render print generate determine assess decode encode grep cat ls peek poll
        display observe visualize autocomplete geocode scrape crawl help
        """);

    private static readonly FrozenSet<string> Writes = Set(
        """
        create update delete remove add insert put patch send write upload save store modify edit replace cancel reserve
        buy purchase sell pay approve reject assign unassign enable disable start stop restart reboot terminate run execute
        invoke publish subscribe unsubscribe deregister unregister attach detach associate disassociate untag import restore reset
        revoke grant unarchive move rename close reopen submit apply accept decline invite join leave unlock merge
        activate deactivate schedule unschedule upsert provision deploy undeploy launch install uninstall
        upgrade rollback release allocate deallocate trigger complete finish unmark unpin unstar unfollow
        unlike reply notify unshare unblock unmute confirm checkout purge clone commit push initiate abort
        pause resume disconnect bind unbind unlink sync rotate renew extend increase decrease adjust
        authorize sign capture withdraw mint burn append touch mkdir rm mv cp make build destroy
        drop truncate migrate promote demote toggle press click login logout authenticate
        freeze unfreeze seat serve place delay dispatch deliver lend enrol enroll hire acquire suspend escalate
        reschedule postpone rebook redeem deduct credit debit ban unban hide unhide wipe eject swap discard favorite unfavorite
        recreate regenerate retry replay requeue acknowledge upvote downvote register post set change
        """);

    // Words that are nouns as often as verbs tell something only where a verb stands: first, before what it acts on.
    private static readonly FrozenSet<string> NounLikeReads =
        Set("test status stat match rank score report review forecast hash index plot format echo top latest current sum sort");

    private static readonly FrozenSet<string> NounLikeWrites = Set(
        """
        order book request transfer refund tag archive copy open lock clear fork mark pin star follow like comment share block mute link issue
        void charge deposit log record new force turn play skip fill type batch bulk ack flag vote rate process connect refresh
        """);

    private static readonly FrozenSet<string> Qualifiers = Set("batch bulk multi async admin internal api v1 v2 v3 new");

    /// <summary>Verbs in the third person that begin a sentence about a read. "Returns" and "gets" also begin sentences about writes.</summary>
    private static readonly FrozenSet<string> Tellings = Set("lists finds tells shows computes calculates searches describes counts estimates previews looks");

    /// <summary>Words that come before the object of a verb: "resets the", "locks it". "Releases of" is a noun.</summary>
    private static readonly FrozenSet<string> Objects = Set("a an the this that one all every each its your it them");

    private const int FirstSentence = 160;

    public static (ToolEffect Effect, string Evidence) Classify(string? method, string name, string description, bool methodTells = true)
    {
        List<string> words = [.. Words.Split(name)];
        var verb = VerbOf(words, out var effect);
        switch (methodTells ? method : null)
        {
            case "GET" or "HEAD" or "OPTIONS" or "QUERY" or "SEARCH" or "PROPFIND" or "REPORT":
                return (ToolEffect.Read, $"method {method}");
            case "PUT" or "PATCH" or "DELETE" or "COPY" or "MOVE" or "LINK" or "UNLINK" or "LOCK" or "UNLOCK" or "PURGE" or "MKCOL" or "PROPPATCH":
                return (ToolEffect.Write, $"method {method}");
            case "POST" when verb is not null && effect == ToolEffect.Read && words[0] == verb:
                return (ToolEffect.Read, $"verb '{verb}' of the name, though the method is POST");
            case "POST" when words.Count > 0 && words[^1] is "search" or "query" or "lookup" or "list" or "find" or "count" or "preview" or "validate":
                return (ToolEffect.Read, $"'{words[^1]}' at the end of the name, though the method is POST");
            case "POST":
                return (ToolEffect.Write, effect == ToolEffect.Write ? $"method POST and verb '{verb}' of the name" : "method POST");
        }

        var (said, sentence) = Said(description);
        if (verb is not null)
        {
            // "list_for_sale" is a write, and "update_available" is a read. A whole sentence is more reliable than a name.
            return sentence is null || said == effect ? (effect, $"verb '{verb}' of the name") : (said, $"'{sentence}' of the description");
        }

        foreach (var word in Words.Split(description.Length > 120 ? description[..120] : description).Take(8))
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

    /// <summary>Returns the first word of the name that is certainly a verb; else its first word if that may be one.</summary>
    private static string? VerbOf(List<string> words, out ToolEffect effect)
    {
        // "Check in" and "check out" change a stay or a booking and do not read it.
        var check = words.IndexOf("check");
        if (check >= 0 && check + 1 < words.Count && words[check + 1] is ("in" or "out"))
        {
            effect = ToolEffect.Write;
            return $"check {words[check + 1]}";
        }

        // "Top up" and "put on hold" are verbs of their own, whatever their first word means.
        if (VerbLexicon.PhraseAt(words, 0) is { } phrase && phrase.Class is not (VerbClass.Get or VerbClass.List or VerbClass.Search or VerbClass.Count
            or VerbClass.Check or VerbClass.Lookup or VerbClass.Compute or VerbClass.None))
        {
            effect = ToolEffect.Write;
            return phrase.Phrase;
        }

        foreach (var word in words)
        {
            effect = Writes.Contains(word) ? ToolEffect.Write : Reads.Contains(word) ? ToolEffect.Read : ToolEffect.Unknown;
            if (effect != ToolEffect.Unknown)
            {
                return word;
            }
        }

        var first = words.Find(word => !Qualifiers.Contains(word)) ?? words.FirstOrDefault() ?? "";
        effect = NounLikeWrites.Contains(first) ? ToolEffect.Write : NounLikeReads.Contains(first) ? ToolEffect.Read : ToolEffect.Unknown;
        return effect == ToolEffect.Unknown ? null : first;
    }

    /// <summary>Returns the effect that the first sentence states: a verb with its object, or such a verb after "and".</summary>
    private static (ToolEffect Effect, string? Words) Said(string description)
    {
        var words = Words.Split(
            description[..Math.Min(FirstSentence, description.IndexOf('.', StringComparison.Ordinal) is >= 0 and var end ? end : description.Length)]);
        for (var i = 0; i + 1 < words.Count; i++)
        {
            if ((i == 0 || words[i - 1] == "and") && words[i].EndsWith('s') && BareVerb(words[i]) is var bare && Objects.Contains(words[i + 1])
                && (Writes.Contains(bare) || (i > 0 && NounLikeWrites.Contains(bare)) || bare == "rebuild"))
            {
                return (ToolEffect.Write, $"{words[i]} {words[i + 1]}");
            }
        }

        return words.Count > 1 && Tellings.Contains(words[0]) && (Objects.Contains(words[1]) || words[1] is "whether" or "if" or "which" or "what" or "how")
            ? (ToolEffect.Read, $"{words[0]} {words[1]}") : (ToolEffect.Unknown, null);
    }

    /// <summary>Returns the verb of "returns", "creates" and "deleting".</summary>
    private static string BareVerb(string word) => word is "returns" or "return" ? "get" : ThirdPerson.Bare(word);

    private static FrozenSet<string> Set(string words) =>
        words.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
