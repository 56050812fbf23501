namespace AgentScaler.Materialization.Tests.Adopted;

/// <summary>What a tool tells that shows what it is given: a member that is described by the argument's name tells the argument.</summary>
public sealed class ShownArgumentTests
{
    [Theory]
    [InlineData("display_ticker(lines!: [str]) -> {ticker: [str] \"The list of lines displayed.\"}", "{'lines':['a','b']}", "{'ticker':['a','b']}", "a list")]
    [InlineData("show_banner(text!) -> {spoken: str \"The given text.\"}", "{'text':'Late'}", "{'spoken':'Late'}", "a text")]
    [InlineData("echo(text!, room) -> {heard: str \"The text if no room is named, else nothing.\"}", "{'text':'Ho'}", "{'heard':'Ho'}", "in one case")]
    public void A_tool_that_shows_gives_back_what_it_is_given(string tool, string arguments, string told, string because) =>
        Assert.Equal($"{because}: {told}", $"{because}: {Told(tool, arguments)}");

    [Theory]
    [InlineData("show_recipes(fruits!: [str]) -> {recipes: [str] \"The list of recipes.\"}", "{'fruits':['fig']}", "{'recipes':['fig']}", "other things")]
    [InlineData("display_ticker(lines!: [str]) -> {label: [str] \"The lines of the shop.\"}", "{'lines':['a']}", "{'label':['a']}",
        "the lines of something else")]
    [InlineData("reverse(text!) -> {reversed: str \"The text reversed.\"}", "{'text':'abc'}", "{'reversed':'abc'}", "it does more than show")]
    public void Other_members_are_not_the_argument(string tool, string arguments, string told, string because) =>
        Assert.False(Told(tool, arguments) == told, because);

    private static string Told(string tool, string arguments) =>
        new AdoptedWorld("{'shelves':[{'id':1,'room':'A'}]}", tool).Told($"{tool[..tool.IndexOf('(', StringComparison.Ordinal)]} {arguments}");
}
