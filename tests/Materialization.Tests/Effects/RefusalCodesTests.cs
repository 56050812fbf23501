using AgentScaler.Materialization.Effects;
using AgentScaler.Materialization.SchemaInference;
using AgentScaler.Materialization.Tests.Recognition;

namespace AgentScaler.Materialization.Tests.Effects;

/// <summary>Codes with which messages of refusals begin. A row cites what a tool says beside a club and its members.</summary>
public sealed class RefusalCodesTests
{
    private const string Club = "get_club(club_id!) -> {club_id, name, status: open|closed, seats_left: int} & "
        + "list_members(club_id!) -> [{member_id, club_id, name}] & ";

    [Theory]
    [InlineData("A club must have seats left (NO_SEATS).", "NO_SEATS")]
    [InlineData("A club can have at most 9 members (error `member_limit`).", "member_limit")]
    [InlineData("The club must be open (otherwise CLUB_CLOSED).", "CLUB_CLOSED")]
    [InlineData("Refused with 409 `club_closed` if the club is closed.", "club_closed")]
    [InlineData("The club must be open (see get_club).", "")]
    [InlineData("The club must be open.", "")]
    public void A_message_begins_with_the_code_that_the_sentence_gives(string sentence, string code)
    {
        var readings = Recognised.Readings($"{Club}add_member(club_id!, name!) -> {{member_id, club_id, name}} -- {sentence}");
        var tool = DomainInference.Infer(readings, InferenceHints.None).Tools[^1];
        var codes = tool.Effect.Preconditions.Select(p => RefusalCodes.Of(p, tool)).OfType<string>().Distinct();
        Assert.Equal($"{sentence} {code}", $"{sentence} {string.Join(", ", codes)}");
    }
}
