namespace AgentScaler.Materialization.Tests.Adopted;

/// <summary>Values that a user's own database keeps once: settings, and who is signed in. Each case cites a database, its tools and calls.</summary>
public sealed class SettingsTests
{
    [Theory]
    [InlineData("turn_on_heating()", "turn_on_heating {}", "heating = true", "a switch is turned on")]
    [InlineData("turn_off_lamp()", "turn_off_lamp {}", "lamp = false", "a switch is turned off")]
    [InlineData("toggle_lamp()", "toggle_lamp {}", "lamp = false", "a switch changes")]
    [InlineData("toggle_lamp()", "toggle_lamp {} & toggle_lamp {}", "", "a switch changes twice")]
    [InlineData("set_volume(level!: int)", "set_volume {'level':4}", "volume = 4", "a value is set")]
    [InlineData("change_language(language!)", "change_language {'language':'fr'}", "screen.language = 'fr'", "a member of an object")]
    [InlineData("enable_night_mode()", "enable_night_mode {}", "screen.night_mode = true", "the same words")]
    public void A_value_that_is_kept_once_is_set(string tools, string calls, string expected, string because) => AdoptedWorld.Same(
        expected, "{'heating':false,'lamp':true,'volume':2,'screen':{'language':'en','night_mode':false},'rooms':[{'id':1},{'id':2}]}", tools, calls, because);

    private const string Office = "{'current_user':null,'heating':false,'users':[{'username':'ada','password':'x'},{'username':'bo','password':'y'}],"
        + "'notes':[{'id':1,'text':'A','created_by':'ada'},{'id':2,'text':'B','created_by':'bo'}]}";

    private const string Clocked = "{'authenticated':false,'now':'2030-05-01 09:00','notes':["
        + "{'id':1,'text':'A','timestamp':'2030-04-01 09:00'},{'id':2,'text':'B','timestamp':'2030-04-02 09:00'}]}";

    private const string Tools =
        "login(username!, password!) & logout() & add_note(text!) & turn_on_heating() & list_my_notes() & list_notes()";

    [Theory]
    [InlineData("login {'username':'ada','password':'x'}", "current_user = 'ada'", "an account with its password")]
    [InlineData("login {'username':'ada','password':'y'}", "refused: NotFound", "another's password")]
    [InlineData("add_note {'text':'C'}", "refused: PreconditionFailed", "nobody is signed in")]
    [InlineData("login {'username':'bo','password':'y'} & add_note {'text':'C'}",
        "notes[2] = {'id':3,'text':'C','created_by':'bo'}; current_user = 'bo'", "a row names who made it")]
    [InlineData("login {'username':'ada','password':'x'} & logout {}", "", "signed out again")]
    [InlineData("logout {}", "refused: PreconditionFailed", "nobody to sign out")]
    [InlineData("turn_on_heating {}", "heating = true", "a switch of the house is nobody's")]
    [InlineData("list_my_notes {}", "refused: PreconditionFailed", "what is the caller's is told to who is signed in")]
    [InlineData("list_notes {}", "", "what is everybody's is told to all")]
    public void A_session_is_kept_by_the_state(string calls, string expected, string because) => AdoptedWorld.Same(expected, Office, Tools, calls, because);

    [Theory]
    [InlineData("login {'username':'Ada','password':'x'}", "signed_in = true", "an account by the name under which it stands")]
    [InlineData("login {'username':'u1','password':'x'}", "refused: NotFound", "its id is no name")]
    public void An_account_is_named_as_it_stands(string calls, string expected, string because) => AdoptedWorld.Same(
        expected, "{'signed_in':false,'members':{'Ada':{'user_id':'u1','password':'x'},'Bo':{'user_id':'u2','password':'y'}}}",
        "login(username!, password!)", calls, because);

    [Theory]
    [InlineData("sign_in {'email':'a@x.org','pin':'1'}", "authenticated = true", "a mark alone")]
    [InlineData("sign_in {'email':'a@x.org','pin':'1'} & add_note {'text':'C'}",
        "notes[2] = {'id':3,'text':'C','timestamp':'2030-05-01 09:00'}; authenticated = true",
        "the time that the state keeps")]
    public void A_mark_says_that_somebody_is_signed_in(string calls, string expected, string because) => AdoptedWorld.Same(
        expected, Clocked, "sign_in(email!, pin!) & add_note(text!)", calls, because);
}
