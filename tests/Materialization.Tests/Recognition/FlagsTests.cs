namespace AgentScaler.Materialization.Tests.Recognition;

/// <summary>Tools that take a key alone and leave a mark. A row cites the operation and the member that shows the mark.</summary>
public sealed class FlagsTests
{
    [Theory]
    [InlineData("POST /issues/{id}/lock lockIssue()", "locked: bool", "locked true", "a participle of the verb")]
    [InlineData("DELETE /issues/{id}/lock unlockIssue()", "locked: bool", "locked false", "the mark's path is deleted")]
    [InlineData("POST /channels/{id}/archive archiveChannel()", "is_archived: bool", "is_archived true", "is in front of the participle")]
    [InlineData("POST /channels/{id}/unarchive unarchiveChannel()", "is_archived: bool", "is_archived false", "un- takes the mark away")]
    [InlineData("enable_rule(rule_id!)", "enabled: bool", "enabled true", "a function")]
    [InlineData("disable_rule(rule_id!)", "enabled: bool", "enabled false", "the opposite verb")]
    [InlineData("activate_user(user_id!)", "is_active: bool", "is_active true", "an adjective of the verb")]
    [InlineData("deactivate_user(user_id!)", "active: bool", "active false", "de- takes the mark away")]
    [InlineData("complete_task(task_id!)", "completed: bool", "completed true", "a participle of a verb in e")]
    [InlineData("reopen_task(task_id!)", "completed: bool", "completed false", "re- leads back")]
    [InlineData("close_task(task_id!)", "is_completed: bool", "is_completed true", "another verb for the same end")]
    [InlineData("mute_thread(thread_id!)", "muted: bool", "muted true", "a participle of another verb in e")]
    [InlineData("favorite_track(track_id!)", "is_favorite: bool", "is_favorite true", "the verb itself is the mark")]
    [InlineData("turn_off_light(light_id!)", "is_on: bool", "is_on false", "a verb of two words")]
    [InlineData("publish_page(page_id!)", "published: bool", "published true", "a participle of a verb in sh")]
    [InlineData("ban_member(member_id!)", "banned: bool", "banned true", "a participle that doubles its consonant")]
    [InlineData("hide_post(post_id!)", "hidden: bool", "hidden true", "an irregular participle")]
    [InlineData("mark_message_as_spam(message_id!)", "spam: bool", "spam true", "a noun behind as")]
    [InlineData("verify_email(email_id!)", "verified: bool", "verified true", "a participle of a verb in y")]
    [InlineData("set_card_as_default(card_id!)", "is_default: bool", "is_default true", "set as")]
    public void A_mark_is_set_or_taken_away(string cited, string member, string led, string because)
    {
        var noun = cited.Contains(' ', StringComparison.Ordinal) && cited.Contains('/', StringComparison.Ordinal)
            ? Language.Words.Singular(cited.Split('/')[1])
            : cited[(cited.IndexOf('(', StringComparison.Ordinal) + 1)..].Split("_id")[0];
        var get = cited.Contains('/', StringComparison.Ordinal)
            ? $"GET /{Language.Words.Plural(noun)}/{{id}} get() -> Thing{{id!, name, {member}}}"
            : $"get_{noun}({noun}_id!) -> Thing{{{noun}_id!, name, {member}}}";
        Assert.Equal($"{because}: {led}", $"{because}: {Recognised.Last($"{get} & {cited}").Led}");
    }

    [Theory]
    [InlineData("Resets the level of a memo to low.", "level low", "the column and its value")]
    [InlineData("Sets the memo's level to high.", "level high", "a possessive")]
    [InlineData("Changes level to high for one memo.", "level high", "the column without an article")]
    public void A_description_names_the_column_and_its_value(string cited, string led, string because)
    {
        const string tools =
            "GET /memos/{id} getMemo() -> Memo{id!, title, level: low|high, pinned: bool} & POST /memos/{id}/adjust adjustMemo() -> Memo{id!} -- ";
        Assert.Equal($"{because}: {led}", $"{because}: {Recognised.Last(tools + cited).Led}");
    }
}
