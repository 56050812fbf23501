namespace AgentScaler.Tasks.Intents;

/// <summary>The verbs of tool names in the words of a person.</summary>
internal static class SpokenVerbs
{
    private static readonly Dictionary<string, string[]> Spoken = new(StringComparer.Ordinal)
    {
        ["get"] = ["look up", "check", "pull up"], ["fetch"] = ["look up", "pull up"], ["retrieve"] = ["look up", "pull up"], ["read"] = ["look up", "check"],
        ["show"] = ["show me", "pull up"], ["describe"] = ["describe", "look up"], ["view"] = ["show me", "pull up"], ["lookup"] = ["look up"], ["check"] = ["check"],
        ["list"] = ["list", "show me", "go through"], ["search"] = ["search for", "find"], ["find"] = ["find", "look for"], ["query"] = ["look for", "find"],
        ["filter"] = ["find", "look for"], ["browse"] = ["look through"], ["count"] = ["count"], ["calculate"] = ["work out", "calculate"], ["compute"] = ["work out"],
        ["create"] = ["create", "set up", "add"], ["add"] = ["add"], ["insert"] = ["add"], ["post"] = ["create", "add"], ["new"] = ["create"], ["make"] = ["make"],
        ["register"] = ["register"], ["book"] = ["book"], ["reserve"] = ["reserve"], ["schedule"] = ["schedule", "arrange"], ["order"] = ["order"], ["place"] = ["place"],
        ["open"] = ["open"], ["submit"] = ["submit"], ["send"] = ["send"], ["record"] = ["record", "note down"], ["log"] = ["log", "record"], ["upload"] = ["upload"],
        ["update"] = ["update", "change"], ["edit"] = ["edit", "change"], ["modify"] = ["change"], ["patch"] = ["update"], ["put"] = ["update"], ["set"] = ["set"], ["change"] = ["change"],
        ["rename"] = ["rename"], ["move"] = ["move"], ["assign"] = ["assign"], ["transfer"] = ["transfer"], ["reschedule"] = ["reschedule", "move"],
        ["delete"] = ["delete", "remove"], ["remove"] = ["remove", "take out"], ["destroy"] = ["delete"], ["drop"] = ["drop"], ["unassign"] = ["unassign"],
        ["cancel"] = ["cancel", "call off"], ["approve"] = ["approve"], ["reject"] = ["reject", "turn down"], ["close"] = ["close"], ["reopen"] = ["reopen"], ["complete"] = ["complete", "finish"],
        ["start"] = ["start"], ["stop"] = ["stop"], ["pause"] = ["pause"], ["resume"] = ["resume"], ["activate"] = ["activate"], ["deactivate"] = ["deactivate"], ["enable"] = ["turn on", "enable"],
        ["disable"] = ["turn off", "disable"], ["ship"] = ["ship", "send out"], ["dispatch"] = ["dispatch"], ["deliver"] = ["deliver"], ["pay"] = ["pay"], ["refund"] = ["refund"], ["confirm"] = ["confirm"],
        ["return"] = ["return", "give back"], ["renew"] = ["renew", "extend"], ["borrow"] = ["borrow", "check out"], ["checkout"] = ["check out"], ["checkin"] = ["check in"], ["archive"] = ["archive"],
        ["restore"] = ["restore"], ["publish"] = ["publish"], ["invite"] = ["invite"], ["subscribe"] = ["subscribe"], ["unsubscribe"] = ["unsubscribe"], ["merge"] = ["merge"], ["escalate"] = ["escalate"],
        ["resolve"] = ["resolve"], ["verify"] = ["verify"], ["charge"] = ["charge"], ["withdraw"] = ["withdraw"], ["deposit"] = ["deposit"], ["rate"] = ["rate"], ["review"] = ["review"],
        ["buy"] = ["buy"], ["purchase"] = ["purchase", "buy"], ["sell"] = ["sell"], ["rent"] = ["rent"], ["hire"] = ["hire"], ["accept"] = ["accept"], ["decline"] = ["decline"],
        ["lock"] = ["lock"], ["unlock"] = ["unlock"], ["block"] = ["block"], ["unblock"] = ["unblock"], ["freeze"] = ["freeze"], ["unfreeze"] = ["unfreeze"], ["suspend"] = ["suspend"],
        ["translate"] = ["translate"], ["convert"] = ["convert"], ["estimate"] = ["estimate"], ["validate"] = ["check"], ["compare"] = ["compare"], ["track"] = ["track"], ["link"] = ["link"],
        ["attach"] = ["attach"], ["detach"] = ["detach"], ["clone"] = ["copy"], ["copy"] = ["copy"], ["export"] = ["export"], ["import"] = ["import"], ["download"] = ["get"], ["reset"] = ["reset"],
        ["issue"] = ["issue"], ["grant"] = ["grant"], ["revoke"] = ["revoke"], ["mark"] = ["mark"], ["notify"] = ["notify"], ["reply"] = ["reply to"], ["comment"] = ["comment on"], ["extend"] = ["extend"],
        ["adjust"] = ["adjust"], ["increase"] = ["increase"], ["decrease"] = ["decrease"], ["turn"] = ["turn"], ["play"] = ["play"], ["run"] = ["run"], ["execute"] = ["run"], ["trigger"] = ["trigger"],
        ["save"] = ["save"], ["acquire"] = ["acquire"], ["enrol"] = ["enrol", "sign up"], ["enroll"] = ["enroll", "sign up"], ["request"] = ["request", "ask for"], ["lend"] = ["lend"],
        ["delay"] = ["delay"], ["postpone"] = ["postpone"], ["serve"] = ["serve"], ["solve"] = ["solve"], ["terminate"] = ["terminate"], ["seat"] = ["seat"], ["pickup"] = ["pick up"],
    };

    public static bool IsVerb(string word) => Spoken.ContainsKey(word);

    public static IReadOnlyList<string> Of(string verb) => Spoken.TryGetValue(verb, out var spoken) ? spoken : [verb];
}
