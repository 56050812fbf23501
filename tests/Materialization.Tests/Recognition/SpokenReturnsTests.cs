using System.Text.Json;
using AgentScaler.Materialization.SchemaInference.Spoken;
using AgentScaler.Tools;

namespace AgentScaler.Materialization.Tests.Recognition;

/// <summary>What tools without a schema of their result say that they tell. A row cites the description of a tool beside <c>get_plot</c>.</summary>
public sealed class SpokenReturnsTests
{
    [Theory]
    [InlineData("A bed is {plot_id, site, has_water}. Result: {beds: [bed], count}.",
        "{beds: [{plot_id: string, site: string, has_water: boolean}], count: integer}")]
    [InlineData("Returns {plots:[{plot_id, area_m2, let_on}], total, next_offset}. next_offset is null on the last page.",
        "{plots: [{plot_id: string, area_m2: integer, let_on: string date}], total: integer, next_offset: integer?}")]
    [InlineData("Finds plots: {plots: [...]}", "{plots: [{plot_id: string, state: string(free|let)}]}")]
    [InlineData("Returns the plot.", "{plot_id: string, state: string(free|let)}")]
    [InlineData("Ends a tenancy and returns the updated plot, now free.", "{plot_id: string, state: string(free|let)}")]
    [InlineData("One plot, same fields as in get_plot.", "{plot_id: string, state: string(free|let)}")]
    [InlineData("Returns {\"ok\": bool, \"tags\": [string], \"kind\": small|large, \"note\"?: str}",
        "{ok: boolean, tags: [string], kind: string(small|large), note*: string}")]
    [InlineData("Returns the offer {offer_id, made_at, tenant_id}; tenant_id is null until it is accepted.",
        "{offer_id: string, made_at: string date-time, tenant_id: string?}")]
    [InlineData("Register a crate. Returns crate_id, weight_kg, state (full, empty or lost) and sealed_at (null until sealed).",
        "{crate_id: string, weight_kg: number, state: string(full|empty|lost), sealed_at: string date-time?}")]
    [InlineData("Tend the garden. Returns the bed: bed_id, watered_on, labels and open_tasks (number of tasks that are not done).",
        "{bed_id: string, watered_on: string date, labels: [string], open_tasks: integer}")]
    [InlineData("Beds by size. Returns up to 20, newest first, each with bed_id, its size (small, large) and sown_on.",
        "[{bed_id: string, size: string(small|large), sown_on: string date}]")]
    [InlineData("The answer has bed_id, tasks (each with task_id and due_on) and is_free.",
        "{bed_id: string, tasks: [{task_id: string, due_on: string date}], is_free: boolean}")]
    [InlineData("A bed has bed_id, sown_on and label, sorted by label.", "{bed_id: string, sown_on: string date, label: string}")]
    [InlineData("Water the plants. It needs plot_id, hose_id and minutes.", "", "arguments that are needed")]
    [InlineData("Water the bed. Errors: bed_not_found, too_wet, pump_broken.", "", "codes of errors")]
    [InlineData("Water the bed. Other refusals, all 409: bed_not_free, too_wet, pump_broken.", "", "codes behind a comma")]
    [InlineData("Refused for one of these reasons, with 409: bed_not_free, too_wet.", "", "reasons")]
    [InlineData("Refused with 409 if too_wet, else returns bed_id, sown_on and label.", "{bed_id: string, sown_on: string date, label: string}", "an answer after all")]
    [InlineData("Filter by bed_id, sown_on and label.", "", "arguments")]
    [InlineData("Its state is one of half_full, full_up and over_full.", "", "values")]
    [InlineData("Returns a number between one and ten, and nothing else.", "", "no member is written")]
    [InlineData("Filter like {\"site\": \"north\"}.", "", "values are an example")]
    [InlineData("Prints the sum as \"Total: {total}\".", "", "a placeholder")]
    [InlineData("For example {site, state} narrows it down.", "", "an example of an argument")]
    [InlineData("Water the plants.", "", "nothing is said")]
    public void A_result_is_what_the_words_say(string description, string result, string because = "")
    {
        var tools = SpokenReturns.In([Tool("get_plot", "Looks up a plot: {plot_id, state}. state is free or let."), Tool("tend_garden", description)]);
        Assert.Equal($"{because}: {result}", $"{because}: {Said(tools[1].Returns)}");
    }

    private static ToolSpecification Tool(string name, string description)
    {
        var tool = ToolFixture.Function(name, """{"type":"object","properties":{}}""", provider: "garden", description: description);
        return tool with { ReturnsOrigin = ReturnsOrigin.Inferred };
    }

    private static string Said(JsonElement schema)
    {
        if (!schema.TryGetProperty("type", out var type))
        {
            return "";
        }

        var nullable = type.ValueKind == JsonValueKind.Array;
        var word = (nullable ? type[0] : type).GetString();
        var required = schema.TryGetProperty("required", out var names) ? names.EnumerateArray().Select(n => n.GetString()).ToList() : [];
        return (word switch
        {
            "object" => "{" + string.Join(", ", schema.GetProperty("properties").EnumerateObject()
                .Select(p => $"{p.Name}{(required.Contains(p.Name) ? "" : "*")}: {Said(p.Value)}")) + "}",
            "array" => $"[{Said(schema.GetProperty("items"))}]",
            _ => word + (schema.TryGetProperty("enum", out var values) ? $"({string.Join('|', values.EnumerateArray().Select(v => v.GetString()))})" : "")
                + (schema.TryGetProperty("format", out var format) ? " " + format.GetString() : ""),
        }) + (nullable ? "?" : "");
    }
}
