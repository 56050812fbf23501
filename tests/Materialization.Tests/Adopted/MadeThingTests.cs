namespace AgentScaler.Materialization.Tests.Adopted;

/// <summary>What a tool makes in a user's own database, and from what states it starts. Each case cites a database, its tools and calls.</summary>
public sealed class MadeThingTests
{
    private const string Kiosk = "{'orders':{},'boats':{'B1':{'boat_id':'B1','pier_id':'P1','seats':4},'B2':{'boat_id':'B2','pier_id':'P1','seats':2}},"
        + "'piers':{'P1':{'pier_id':'P1','name':'North'},'P2':{'pier_id':'P2','name':'South'}},'trips':[]}";

    [Theory]
    [InlineData("create_boat_order(boat_id!, pier_id!, seats: int)", "create_boat_order {'boat_id':'B1','pier_id':'P1','seats':1}", "orders.",
        "an order, although boats have all of these columns")]
    [InlineData("trip(boat_id!, pier_id!) -- Makes a trip.", "trip {'boat_id':'B1','pier_id':'P1'}", "", "a word that is no verb makes nothing known")]
    public void What_is_made_stands_last(string tool, string call, string place, string because)
    {
        var changed = new AdoptedWorld(Kiosk, tool).Changed(call);
        Assert.True(changed.StartsWith(place, StringComparison.Ordinal), $"{because}: expected {place}, but was {changed}");
    }

    [Theory]
    [InlineData("island_book(person_id!, boat_id!, time!)", "island_book {'person_id':'p1','boat_id':'B1','time':'2030-05-01 10:00'}", "books.",
        "the verb names what is made")]
    public void A_verb_names_what_it_makes(string tool, string call, string place, string because)
    {
        const string Island = "{'time':'2030-05-01 09:00','person_id':'p1','books':{},'boats':{'B1':{'boat_id':'B1','seats':4},'B2':{'boat_id':'B2','seats':2}}}";
        var changed = new AdoptedWorld(Island, tool).Changed(call);
        Assert.True(changed.StartsWith(place, StringComparison.Ordinal), $"{because}: expected {place}, but was {changed}");
    }

    private const string Post = "{'mails':[{'mail_id':'m1','recipient':'ada@x.org','subject':'Hello','body':'Hi'},{'mail_id':'m2','recipient':'bo@x.org',"
        + "'subject':'Bye','body':'So long'}]}";

    [Theory]
    [InlineData("forward_mail(mail_id!, recipient!)", "forward_mail {'mail_id':'m1','recipient':'cy@x.org'}",
        "mails[2] = {'mail_id':'m3','recipient':'cy@x.org','subject':'Hello','body':'Hi'}", "the new mail is not the old one, and says the same")]
    [InlineData("reply_mail(mail_id!, body!)", "reply_mail {'mail_id':'m1','body':'Yes'}", "mails[2] = {'mail_id':'m3','subject':'Hello','body':'Yes'}",
        "an answer has a text of its own")]
    [InlineData("forward_mail(mail_id!, recipient!)", "forward_mail {'mail_id':'m9','recipient':'cy@x.org'}", "refused: NotFound", "there is no such mail")]
    public void What_is_sent_on_is_there_already(string tool, string call, string expected, string because) =>
        AdoptedWorld.Same(expected, Post, tool, call, because);

    private const string Desk = "{'tickets':[{'id':1,'title':'A','status':'open'},{'id':2,'title':'B','status':'closed'},{'id':3,'title':'C','status':'open'},"
        + "{'id':4,'title':'D','status':'closed'},{'id':5,'title':'E','status':'In review'},{'id':6,'title':'F','status':'CLOSED'}]}";

    [Theory]
    [InlineData("close_ticket {'ticket_id':1}", "tickets[0].status = 'closed'", "as usual")]
    [InlineData("close_ticket {'ticket_id':5}", "tickets[4].status = 'closed'", "from a status that no convention knows")]
    [InlineData("close_ticket {'ticket_id':2}", "refused: PreconditionFailed", "it is closed already")]
    public void A_step_starts_from_any_status_that_it_does_not_end(string call, string expected, string because) =>
        AdoptedWorld.Same(expected, Desk, "close_ticket(ticket_id!: int)", call, because);
}
