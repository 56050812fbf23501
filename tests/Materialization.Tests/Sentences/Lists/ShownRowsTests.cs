namespace AgentScaler.Materialization.Tests.Sentences.Lists;

/// <summary>Which rows documents say that a list leaves out or shows alone. A row cites parameters and a description.</summary>
public sealed class ShownRowsTests
{
    [Theory]
    [InlineData("status: planned|done|cancelled", "Cancelled visits are not listed unless you filter for that status.", "unless status: not (status cancelled)")]
    [InlineData("status: planned|done|cancelled", "Cancelled ones are omitted unless asked for with status=cancelled.", "unless status: not (status cancelled)")]
    [InlineData("status: planned|done|cancelled", "Cancelled ones are hidden unless you explicitly ask for `state=cancelled`.", "unless status: not (status cancelled)")]
    [InlineData("status: planned|done|cancelled", "Done and cancelled ones are left out unless you pass their status.", "unless status: not (status done or status cancelled)")]
    [InlineData("include_cancelled: bool", "Cancelled visits are left out unless `include_cancelled` is true.", "unless include_cancelled=true: not (status cancelled)")]
    [InlineData("include_archived: bool", "Lists visits.", "unless include_archived=true: archived false")]
    [InlineData("all: bool=false", "Visits taken off the menu are shown only with `all=true`.", "unless all=true: on_menu true")]
    [InlineData("", "Archived visits are left out.", "archived false")]
    [InlineData("", "Excludes cancelled visits by default.", "not (status cancelled)")]
    [InlineData("", "Only planned visits are listed.", "status planned")]
    [InlineData("bookable: bool", "With `bookable=true`, you get planned visits that have at least one place left.", "where bookable=true: status planned and places_left AtLeast 1")]
    [InlineData("open_only: bool", "Say `open_only=true` to see just the planned ones that still have places left.", "where open_only=true: status planned and places_left AtLeast 1")]
    [InlineData("overdue: bool \"true = only visits whose due date has passed.\"", "Lists visits.", "where overdue=true: due_on Less now")]
    [InlineData("overdue: bool", "Lists visits.", "where overdue=true: due_on Less now and returned_on unset")]
    [InlineData("planned_only: bool", "Lists visits.", "where planned_only=true: status planned")]
    [InlineData("with_done: bool \"Also list done visits.\"", "Lists visits.", "unless with_done=true: not (status done)")]
    [InlineData("without: red|green|blue \"Leave out visits that have this tag.\"", "Lists visits.", "where without: not (tags has without)")]
    [InlineData("archived: bool", "Lists visits.", "")]
    [InlineData("size: small|large", "Lists visits.", "halls has size")]
    [InlineData("size: small|large", "Where `size` is given, only visits with at least one free hall of it are listed.", "halls has size with free")]
    [InlineData("status: planned|done|cancelled", "Without `status` only planned visits are returned.", "unless status: status planned")]
    [InlineData("include_archived: bool", "Without `include_archived`, the list holds only planned visits.", "unless include_archived=true: status planned")]
    [InlineData("", "Archived visits are never returned by this operation, although they can still be fetched by id.", "archived false")]
    [InlineData("", "Open visits only (`planned` and `done`), in order of price.", "status planned or status done")]
    [InlineData("", "Planned visits only.", "status planned")]
    [InlineData("", "Planned staff only.", "")]
    [InlineData("", "Without a ticket only members are admitted.", "")]
    [InlineData("", "Cancelled visits are listed too.", "")]
    [InlineData("", "Visits that nobody cares for are left out.", "")]
    public void A_list_shows_what_its_texts_say(string parameters, string description, string conditions) =>
        Assert.Equal($"{description} {conditions}", $"{description} {ListTexts.ConditionsOf(ListTexts.List(parameters, description))}");
}
