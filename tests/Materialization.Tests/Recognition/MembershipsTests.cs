using AgentScaler.Effects;
using AgentScaler.Materialization.SchemaInference;

namespace AgentScaler.Materialization.Tests.Recognition;

/// <summary>Things that are put into others. A row cites the tools of a domain and says which table the last of them works on, and how.</summary>
public sealed class MembershipsTests
{
    private const string Songs = "get_song(song_id!) -> Song{song_id!, title!} & get_mix(mix_id!) -> Mix{mix_id!, name!} & ";
    private const string Listed = "list_mix_songs(mix_id!) -> [Entry{mix_id, song_id, volume: int}] & ";

    [Theory]
    [InlineData(Songs + Listed + "add_song_to_mix(mix_id!, song_id!, volume: int)", "CreateEffect mix_songs", "an entry is made")]
    [InlineData(Songs + Listed + "add_song_to_mix(mix_id!, song_id!) & remove_song_from_mix(mix_id!, song_id!)", "DeleteEffect mix_songs", "an entry is taken out")]
    [InlineData(Songs + "add_song_to_mix(mix_id!, song_id!) & " + "list_mix_songs(mix_id!) -> [Entry{mix_id, song_id, volume: int}]",
        "ListEffect mix_songs", "the entries are listed")]
    [InlineData(Songs + "add_song_to_mix(mix_id!, song_id!, volume: int)", "CreateEffect songs", "nothing tells of entries")]
    [InlineData("get_song(song_id!) -> Song{song_id!, mix_id, title!} & get_mix(mix_id!) -> Mix{mix_id!, name!} & " + Listed
        + "add_song_to_mix(mix_id!, song_id!)", "CreateEffect songs", "a song belongs to one mix")]
    public void Entries_have_rows_of_their_own(string cited, string expected, string because)
    {
        var tool = DomainInference.Infer(Recognised.Readings(cited), InferenceHints.None).Tools[^1];
        Assert.Equal($"{because}: {expected}", $"{because}: {tool.Effect.GetType().Name} {tool.Table!.Name}");
    }

    [Fact]
    public void An_entry_that_is_taken_out_is_named_by_both_ids()
    {
        var tools = DomainInference.Infer(
            Recognised.Readings(Songs + Listed + "add_song_to_mix(mix_id!, song_id!) & remove_song_from_mix(mix_id!, song_id!)"), InferenceHints.None).Tools;
        var effect = Assert.IsType<DeleteEffect>(tools[^1].Effect);
        Assert.Null(effect.Key);
        Assert.Equal(["mix_id", "song_id"], effect.Scope.Select(s => s.Column.Name).Order());
    }

    /// <summary>An argument fills the column that is named after the act.</summary>
    [Theory]
    [InlineData("get_case(case_id!) -> Case{case_id!, title!, assignee_id: str?} & assign_case(case_id!, worker_id!)", "assignee_id", "the one who is assigned")]
    [InlineData("get_case(case_id!) -> Case{case_id!, title!, worker_id: str?, assignee_id: str?} & assign_case(case_id!, worker_id!)", "worker_id",
        "a column of its own name")]
    [InlineData("get_case(case_id!) -> Case{case_id!, title!} & assign_case(case_id!, worker_id!)", "worker_id", "nothing is named after the act")]
    public void An_act_fills_its_own_column(string cited, string column, string because)
    {
        var model = DomainInference.Infer(Recognised.Readings(cited), InferenceHints.None);
        var effect = model.Tools[^1].Effect;
        var filled = effect is ILinking linking ? linking.Changed.Name : string.Join(',', model.Tools[^1].Assignments.Select(a => a.Column.Name));
        Assert.Equal($"{because}: {column}", $"{because}: {filled}");
    }

    /// <summary>A verb that leads to no declared status changes what it is given.</summary>
    [Theory]
    [InlineData("get_permit(permit_id!) -> Permit{permit_id!, until: date, status: issued|returned} & renew_permit(permit_id!, until!: date)", "UpdateEffect")]
    [InlineData("get_permit(permit_id!) -> Permit{permit_id!, until: date, status: issued|returned} & return_permit(permit_id!)", "TransitionEffect")]
    [InlineData("get_permit(permit_id!) -> Permit{permit_id!, until: date, status: issued|returned} & renew_permit(permit_id!)", "UpdateEffect")]
    [InlineData("get_permit(permit_id!) -> Permit{permit_id!, until: date, status: issued|active} & renew_permit(permit_id!)", "TransitionEffect")]
    [InlineData("get_permit(permit_id!) -> Permit{permit_id!, until: date, status: issued|renewed} & renew_permit(permit_id!, until!: date)", "TransitionEffect")]
    public void No_status_is_invented_beside_declared_ones(string cited, string effect) =>
        Assert.Equal(effect, DomainInference.Infer(Recognised.Readings(cited), InferenceHints.None).Tools[^1].Effect.GetType().Name);

    [Theory]
    [InlineData("find_guest(email!) -> Guest{guest_id!, email!, name!}", "guest_id", "an address finds a guest that has an id")]
    [InlineData("find_guest(email!) -> Guest{email!, name!}", "email", "nothing but the address tells guests apart")]
    [InlineData("GET /guests/{email} getGuest() -> Guest{guest_id!, email!, name!}", "email", "the path names guests by their address")]
    [InlineData("list_copies(branch) -> [Copy{barcode!, branch!, shelf!}]", "barcode", "each carries a mark of its own")]
    [InlineData("list_copies(branch) -> [Copy{barcode, branch!, shelf!}]", "copy_id", "some carry no mark")]
    [InlineData("list_copies(branch) -> [Copy{id!, barcode!, branch!}]", "id", "an id goes before a mark")]
    public void Rows_are_known_by_their_own_id(string cited, string key, string because) => Assert.Equal(
        $"{because}: {key}", $"{because}: {DomainInference.Infer(Recognised.Readings(cited), InferenceHints.None).Tables[0].Key.Name}");
}
