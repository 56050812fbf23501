namespace AgentScaler.Materialization.Tests.Adopted;

/// <summary>A row that a tool makes in a user's own database looks like the rows that are there. Each case cites a database, its tools and a call.</summary>
public sealed class NewRowTests
{
    private const string Make = "make_note(title!, body: str)";

    [Theory]
    [InlineData("{'notes':[{'id':1,'title':'A'},{'id':2,'title':'B'}]}", "notes[2] = {'id':3,'title':'C'}", "the next number")]
    [InlineData("{'notes':[{'id':'0001','title':'A'},{'id':'0009','title':'B'}]}", "notes[2] = {'id':'0010','title':'C'}", "the next number, padded")]
    [InlineData("{'notes':[{'id':'N-7','title':'A'},{'id':'N-9','title':'B'}]}", "notes[2] = {'id':'N-10','title':'C'}", "a prefix")]
    [InlineData("{'notes':{'1':{'title':'A'},'2':{'title':'B'}}}", "notes.3 = {'title':'C'}", "a key of a map")]
    [InlineData("{'notes':{'n1':{'id':'n1','title':'A'},'n2':{'id':'n2','title':'B'}}}", "notes.n3 = {'id':'n3','title':'C'}", "a key that the row repeats")]
    public void A_key_goes_on_as_the_rows_do(string dump, string expected, string because) => AdoptedWorld.Same(expected, dump, Make, "make_note {'title':'C'}", because);

    [Theory]
    [InlineData("{'notes':[],'note_counter':4}", "notes[0] = {'id':4,'title':'C'}; note_counter = 5", "the first number, and the counter goes on")]
    [InlineData("{'notes':[{'id':3,'title':'A'}],'next_note_id':7}", "notes[1] = {'id':7,'title':'C'}; next_note_id = 8", "the next one")]
    [InlineData("{'notes':[{'id':6,'title':'A'},{'id':7,'title':'B'}],'last_note_id':7}", "notes[2] = {'id':8,'title':'C'}; last_note_id = 8", "the last one")]
    [InlineData("{'notes':{'1':{'title':'A'},'2':{'title':'B'}},'notes.note_id_counter':2}", "notes.3 = {'title':'C'}; notes.note_id_counter = 3",
        "the names of a map")]
    [InlineData("{'notes':{'1':{'note_id':101,'title':'A'},'2':{'note_id':102,'title':'B'}},'note_id_counter':2}",
        "notes.3 = {'note_id':3,'title':'C'}; note_id_counter = 3", "a number beside the name")]
    [InlineData("{'notes':[{'id':9,'title':'A'},{'id':12,'title':'B'}],'note_counter':2}", "notes[2] = {'id':13,'title':'C'}", "it counts something else")]
    public void A_counter_of_the_state_numbers_rows(string dump, string expected, string because) =>
        AdoptedWorld.Same(expected, dump, "make_note(title!, body: str) -> {id: int, title}", "make_note {'title':'C'}", because);

    [Theory]
    [InlineData("make_note(title!) -> {token, note: obj}", "{'note':{'id':3,'title':'C'}}", "an open member that is called like the row")]
    [InlineData("make_note(title!) -> {made: {id: int, title}}", "{'made':{'id':3,'title':'C'}}", "a member with the row's own columns")]
    public void The_answer_shows_the_new_row(string tool, string told, string because) => Assert.Equal($"{because}: {told}",
        $"{because}: {new AdoptedWorld("{'notes':[{'id':1,'title':'A'},{'id':2,'title':'B'}]}", tool).Told("make_note {'title':'C'}")}");

    [Theory]
    [InlineData("'status':'done'", "'status':'open'", "'status':'open'", "rows begin open")]
    [InlineData("'status':'Draft'", "'status':'Sent'", "'status':'Draft'", "in the rows' own writing")]
    [InlineData("'lang':'en'", "'lang':'en'", "'lang':'en'", "all rows agree")]
    [InlineData("'lang':'en'", "'lang':'fr'", "", "rows differ, and nobody says what it is")]
    [InlineData("'pinned':true", "'pinned':false", "'pinned':false", "a mark is not set yet")]
    [InlineData("'footer':''", "'footer':'bye'", "'footer':''", "an empty text")]
    [InlineData("'tags':['x']", "'tags':[]", "'tags':[]", "an empty list")]
    [InlineData("'readers':4", "'readers':0", "'readers':0", "a count begins with nothing")]
    [InlineData("'archived_at':null", "'archived_at':'2024-05-01 10:00:00'", "", "what comes later is not there yet")]
    [InlineData("'created_at':'2024-05-01 10:00:00'", "'created_at':'2024-05-02 11:30:00'", "'created_at':'2026-01-01 00:00:00'", "the clock, a blank between")]
    [InlineData("'created_at':'2024-05-01T10:00'", "'created_at':'2024-05-02T11:30'", "'created_at':'2026-01-01T00:00'", "the clock without seconds")]
    [InlineData("'created_at':'05/01/2024'", "'created_at':'05/13/2024'", "'created_at':'01/01/2026'", "a day, the month first")]
    [InlineData("'created_at':'2024-05-01T10:00:00.123456'", "'created_at':'2024-05-02T11:30:00.000001'", "'created_at':'2026-01-01T00:00:00.000000'",
        "the clock with fractions")]
    [InlineData("'timestamp':'2024-05-01'", "'timestamp':'2024-05-02'", "'timestamp':'2026-01-01'", "a day")]
    public void A_column_that_nobody_gives_holds_what_rows_begin_with(string first, string second, string expected, string because) =>
        AdoptedWorld.Same($"notes[2] = {{'id':3,'title':'C'{(expected.Length == 0 ? "" : $",{expected}")}}}",
            $"{{'notes':[{{'id':1,'title':'A',{first}}},{{'id':2,'title':'B',{second}}}]}}", Make, "make_note {'title':'C'}", because);
}
