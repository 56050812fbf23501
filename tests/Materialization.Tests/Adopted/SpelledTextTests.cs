namespace AgentScaler.Materialization.Tests.Adopted;

/// <summary>Answers that a document spells with parameters in braces. Each case cites a tool of a depot and a call.</summary>
public sealed class SpelledTextTests
{
    private const string Depot = """
        {
          'parcels': [{'parcel_id': 'P1', 'town': 'Ulm', 'weight': 2}, {'parcel_id': 'P2', 'town': 'Bonn', 'weight': 3}],
          'charts': [],
          'labels': []
        }
        """;

    private const string Call = "print_label {'parcel_id':'P1','kind':'wide','copies':2}";

    [Theory]
    [InlineData("Text of the label. It is {{parcel_id}}/{{kind}}.", "'P1/wide'", "names in two braces")]
    [InlineData("label : str Label as {parcel_id}-{kind}-{copies}, for the printer.", "'P1-wide-2'", "names in one, and a number as text")]
    [InlineData("Returns 'Label {parcel_id} ({kind}) is printed.'", "'Label P1 (wide) is printed.'", "a text in quotes, with its blanks and its full stop")]
    [InlineData("Path to the label. Filename is {parcel_id}_{kind}.pdf.", "'labels/P1_wide.pdf'", "a path leads through the folder of labels")]
    [InlineData("Name of the label. Filename is {parcel_id}_{kind}.pdf.", "'P1_wide.pdf'", "the name of a file is no path")]
    [InlineData("Path to the label, named out/{parcel_id}.{kind}", "'out/P1.wide'", "a path that is spelled whole")]
    public void It_is_told_with_the_arguments_in_it(string returns, string told, string because) =>
        Assert.Equal($"{because}: {told}", $"{because}: {Told(returns)}");

    [Theory]
    [InlineData("The label is {parcel_id}_{printer}.", "the printer is no argument")]
    [InlineData("The label is {parcel_id}.", "one name in braces may be the shape of an object")]
    [InlineData("Object of the form {parcel_id, kind}.", "the shape of an object")]
    [InlineData("What GET /parcels/{parcel_id}/labels/{kind} tells.", "an address")]
    [InlineData("The printed label.", "nothing is spelled")]
    public void Other_braces_spell_no_answer(string returns, string because) =>
        Assert.True(Told(returns).StartsWith('{'), $"{because}: {Told(returns)}");

    [Fact]
    public void A_declared_object_stays_one() => Assert.Equal("{'label_id':'label_1','kind':'wide'}",
        new AdoptedWorld(Depot, "create_label(kind!) -> {label_id!, kind!} -- Creates a label. Its name is {kind}_label.")
            .Told("create_label {'kind':'wide'}"));

    private static string Told(string returns) =>
        new AdoptedWorld(Depot, $"""print_label(parcel_id!, kind!, copies: int) -> "{returns}" -- Prints a new label.""").Told(Call);
}
