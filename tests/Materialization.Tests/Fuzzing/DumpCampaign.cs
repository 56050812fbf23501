using AgentScaler.Environments;
using AgentScaler.Environments.Sessions;
using AgentScaler.Environments.States.Dumps;
using AgentScaler.Environments.Values;
using AgentScaler.Pipeline.Options;
using AgentScaler.Tools;

namespace AgentScaler.Materialization.Tests.Fuzzing;

/// <summary>
/// Adopts wild dumps, gives the environments other wild dumps and calls their tools with wild arguments. Nothing may throw, nothing may be lost, and
/// a call that is refused changes nothing. What goes wrong is told with the text that shows it.
/// </summary>
internal sealed class DumpCampaign(int seed)
{
    private const int StatesPerEnvironment = 20;
    private const int CallsPerState = 6;

    private static readonly (string Name, string Parameters)[] Tools =
    [
        ("get_order", """{"type":"object","required":["order_id"],"properties":{"order_id":{"type":"string"}}}"""),
        ("list_orders", """{"type":"object","properties":{"status":{"type":"string"},"limit":{"type":"integer"}}}"""),
        ("create_order", """{"type":"object","properties":{"status":{"type":"string"},"total":{"type":"number"},"items":{"type":"array"}}}"""),
        ("update_order", """{"type":"object","required":["order_id"],"properties":{"order_id":{},"status":{},"total":{}}}"""),
        ("delete_order", """{"type":"object","required":["order_id"],"properties":{"order_id":{"type":["string","integer"]}}}"""),
        ("find_customer_id_by_name", """{"type":"object","required":["name"],"properties":{"name":{"type":"string"}}}"""),
    ];

    private readonly Random _random = new(seed);

    public int Dumps { get; private set; }

    public int Calls { get; private set; }

    public int Succeeded { get; private set; }

    /// <summary>Runs the campaign until so many dumps and calls were tried; returns what went wrong first, or null.</summary>
    public string? Run(int cases)
    {
        using var materializer = new DomainMaterializer();
        while (Dumps + Calls < cases)
        {
            var adopted = Next().Object();
            if (Tried(() => Adopted(materializer, adopted), adopted) is { } fault)
            {
                return fault;
            }
        }

        return null;
    }

    private string? Adopted(DomainMaterializer materializer, string dump)
    {
        IReadOnlyList<ToolSpecification> tools = [.. Tools.Select(t => ToolFixture.Function(t.Name, t.Parameters, provider: "wild"))];
        var made = materializer.Materialize(ToolFixture.Domain("wild", tools), tools,
            new MaterializationOptions { DifferentialCalls = 0, MutantsPerTool = 0, State = dump }, 0);
        if (made.Definition is not { } definition)
        {
            return $"rejected: {made.Rejection}";
        }

        for (var i = 0; i < StatesPerEnvironment; i++)
        {
            var later = i == 0 ? dump : Next().Object();
            if (Tried(() => Given(definition, later), $"{dump} and then {later}") is { } fault)
            {
                return fault;
            }
        }

        return null;
    }

    private string? Given(EnvironmentDefinition definition, string dump)
    {
        Dumps++;
        var given = Value.Parse(dump);
        var environment = CompiledEnvironment.Compile(definition, GivenState.Read(definition.Schema, given));
        var untouched = environment.Open().Dump().ToCanonicalJson();
        if (untouched != given.ToCanonicalJson())
        {
            return $"the dump comes back as {untouched}";
        }

        var session = environment.Open();
        for (var i = 0; i < CallsPerState; i++)
        {
            Calls++;
            var tool = definition.Tools[_random.Next(definition.Tools.Count)];
            var arguments = Value.Parse(Next().Arguments([.. tool.Parameters.GetProperty("properties").EnumerateObject().Select(p => p.Name)]));
            var before = session.Hash;
            var result = session.Call(tool.Name, arguments);
            Succeeded += result.Ok ? 1 : 0;
            if (!result.Ok && session.Hash != before)
            {
                return $"{tool.Name} {arguments.ToJson()} was refused and changed the state";
            }

            session.Dump().ToCanonicalJson();
        }

        return null;
    }

    private WildDump Next() => new(_random.Next());

    private static string? Tried(Func<string?> act, string shown)
    {
        try
        {
            return act() is { } fault ? $"{fault} ({shown})" : null;
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            return $"{failure.GetType().Name}: {failure.Message} at {failure.StackTrace} ({shown})";
        }
    }
}
