using System.Text.Json;
using AgentScaler.Effects;
using AgentScaler.Environments.JsonSchemas;
using AgentScaler.Environments.Schema;
using AgentScaler.Materialization.Effects;
using AgentScaler.Materialization.Policies;
using AgentScaler.Materialization.SchemaInference;
using AgentScaler.Materialization.Tests.Recognition;

namespace AgentScaler.Materialization.Tests;

/// <summary>The policy tells every rule that a program holds, numbers included, and no other. The tools of one harbour have every kind of record.</summary>
public sealed class PolicyRuleTests
{
    private static readonly TableModel Piers = Table("piers", "pier", ("pier_id", ColumnType.String), ("berths_left", ColumnType.Integer));
    private static readonly TableModel Boats = Table("boats", "boat", ("boat_id", ColumnType.String), ("pier_id", ColumnType.String),
        ("name", ColumnType.String), ("state", ColumnType.String), ("insured", ColumnType.Boolean), ("flags", ColumnType.Array), ("moored_at", ColumnType.Datetime));

    private static readonly ToolParameter BoatId = Parameter("boat_id", "string");
    private static readonly ToolParameter PierId = Parameter("pier_id", "string");
    private static readonly ToolParameter Flag = Parameter("flag", "string");
    private static readonly ToolParameter Entries = Parameter("boats", "array");
    private static readonly ToolParameter Fee = Parameter("fee", "number");
    private static readonly ColumnBinding Key = new(Boats.Key, BoatId);
    private static readonly ColumnBinding OnPier = new(Boats.Column("pier_id")!, PierId);
    private static readonly RowAddress Boat = new(RowAddress.Main, Boats, Key, [OnPier], []);
    private static readonly RowAddress Pier = Boat.Through(Boats.Column("pier_id")!, Piers);
    private static readonly ChildRows Moored = new(Boats, Boats.Column("pier_id")!, Pier);
    private static readonly EntryMember Entry = new(Boats.Column("pier_id")!, new SchemaProperty("pier_id", Fee.Node, true));
    private static readonly EntryMember Named = new(Boats.Key, new SchemaProperty("boat_id", Fee.Node, true));

    public static TheoryData<Precondition, string> Preconditions => new()
    {
        { new RowExists(Boat), "A call that names what does not exist is refused." },
        { new RowExists(Boat), "`moor` is refused where the boat has another pier id than `pier_id`." },
        { new IsFound(Boats, []), "`moor` is refused where no boat matches." },
        { new SignedIn(Piers, Piers.Key), "`moor` is allowed only while somebody is signed in." },
        { new ReferenceExists(OnPier, Piers, true), "`moor` needs an existing pier in `pier_id`." },
        { new ReferenceExists(OnPier, Piers, false), "`moor` needs an existing pier in `pier_id`." },
        { new StatusIn(Boat, Boats.Column("state")!, ["afloat", "aground"], "moor"), "`moor` is allowed only while the state of the boat is \"afloat\" or \"aground\"." },
        { new StatusIn(Boat, Boats.Column("state")!, ["afloat"], "moor") { Refused = ["sunk", "sold"] }, "`moor` is refused while the state of the boat is \"sunk\" or \"sold\"." },
        { new FlagIs(Boat, Boats.Column("insured")!, true, "moor"), "`moor` is allowed only while the insured of the boat is true." },
        { new Compares(new CellTerm(Pier, Piers.Column("berths_left")!), Comparison.AtLeast, new ConstantTerm(3)), "`moor` needs the berths left of the pier to be at least 3." },
        { new Compares(new CountTerm(Moored), Comparison.Less, new ConstantTerm(12)), "`moor` needs the number of boats of the pier to be less than 12." },
        { new BelongsTo(Boat), "`moor` is refused where the boat is there already and has another pier id than `pier_id`." },
        { new Different(Boat with { Role = "source" }, Boat with { Role = "target" }), "`moor` is refused where the source and the target are the same boat." },
        { new Linked(Boat, Boats.Column("flags")!, Flag), "`moor` needs the flags of the boat to hold `flag`." },
        { new Linked(Boat, Boats.Column("name")!, Flag), "`moor` needs the name of the boat to be `flag`." },
        { new NotAlready(Boat, Boats.Column("flags")!, Flag), "`moor` is refused where the flags of the boat hold `flag` already." },
        { new NotEmpty(Entries), "`moor` needs at least 1 entry in `boats`." },
        { new Positive(Fee), "`moor` needs `fee` to be more than 0." },
        { new Computable(new Computation(Formula.Quotient, [Fee, Fee])), "`moor` needs `fee` to be other than 0." },
        { new NamesColumn(new ColumnChoice(Flag, Fee, [Boats.Column("name")!, Boats.Column("state")!])), "`moor` changes one of name, state, which `flag` names." },
        { new IsOneOf(Flag, ["red", "green"]), "`moor` takes \"red\" or \"green\" as `flag`." },
        { new GivenWhen(Fee, Flag, "red"), "`moor` needs `fee` where `flag` is \"red\"." },
        { new HasForm(Flag, "%H:%M", "^[0-9]{2}:[0-9]{2}$", "09:30"), "`moor` needs `flag` to have the form %H:%M." },
        { new AllGiven([Flag, Fee]), "`moor` needs flag, fee, although its schema calls them optional." },
        { new Unreferenced(Boat, Piers, Piers.Key), "`moor` is refused while piers refer to the boat." },
        { new Unreferenced(Boat with { All = true }, Piers, Piers.Key), "`moor` is refused while piers refer to one of the boats." },
        { new EntriesFit(Entries, [Entry]), "A value of another kind than its column holds is refused." },
        { new EntriesRefer(Entries, [Entry, Named]), "`moor` needs an existing pier in the `pier_id` of each entry of `boats`." },
        { new EntriesUnique(Boats, Entries, [Entry, Named]), "`moor` is refused where another boat has the same boat id." },
        { new FitsColumns([Key]), "A value of another kind than its column holds is refused." },
        { new IsUnique(Boats, [new ColumnBinding(Boats.Column("name")!, Flag), OnPier], null), "`moor` is refused where another boat has the same name and pier id." },
        { new Untangled(Boat, []), "`moor` is refused while something that stays needs what it deletes." },
    };

    public static TheoryData<Consequence, string> Consequences => new()
    {
        { new StampClock(Boats, Boats.Column("moored_at")!, null), "`moor` sets the moored at of the boat to the time of the call." },
        { new StampClock(Boats, Boats.Column("moored_at")!, Flag), "`moor` sets the moored at of the boat to the time of the call, where `flag` is not given." },
        { new Adjust(Pier, Piers.Column("berths_left")!, new ConstantTerm(2), -1), "`moor` lowers the berths left of the pier by 2." },
        { new Assign(Boat, Boats.Column("state")!, new ConstantTerm("moored")), "`moor` sets the state of the boat to \"moored\"." },
        { new AppendItem(Boat, Boats.Column("flags")!, new ArgumentTerm(Flag)), "`moor` adds `flag` to the flags of the boat." },
        { new RemoveItem(Boat, Boats.Column("flags")!, new ArgumentTerm(Flag)), "`moor` takes `flag` from the flags of the boat." },
        { new InsertRow(Boats, [new Filling(Boats.Column("name")!, new ConstantTerm("tender"))]), "`moor` also makes a boat with name \"tender\"." },
        { new AssignDependents(Moored, Boats.Column("state")!, new ConstantTerm("moored")), "`moor` sets the state of the boats of the pier to \"moored\"." },
        { new DeleteDependents(Piers, Boats, Boats.Column("pier_id")!, [new ClearReferences(Boats, Piers, Piers.Key)]), "`moor` also deletes the boats of the pier." },
        { new DeleteDependents(Piers, Boats, Boats.Column("pier_id")!, [new ClearReferences(Boats, Piers, Piers.Key)]), "`moor` empties the pier id of the piers that refer to the boat." },
        { new ClearReferences(Piers, Boats, Boats.Column("pier_id")!), "`moor` empties the pier id of the boats that refer to the pier." },
    };

    [Theory, MemberData(nameof(Preconditions))]
    public void What_must_hold_is_told(Precondition precondition, string told)
    {
        foreach (var effect in Effects(precondition, null))
        {
            Assert.Contains($"- {told}\n", Policy(effect), StringComparison.Ordinal);
        }
    }

    [Theory, MemberData(nameof(Consequences))]
    public void What_follows_is_told(Consequence consequence, string told)
    {
        foreach (var effect in Effects(null, consequence))
        {
            Assert.Contains($"- {told}\n", Policy(effect), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void What_is_worked_out_afresh_is_told()
    {
        var afloat = new Derivation("piers", "berths_left", DerivedFigure.Count, new Dependents("boats", "pier_id", "pier_id") { Column = "state", Among = ["afloat"] }) { Room = 40 };
        var next = afloat with { Figure = DerivedFigure.Least, Of = "moored_at", Time = "moored_at", Room = null };
        var policy = Policy(new CreateEffect(Boats, null, [], [])
        {
            Consequences = [.. new[] { afloat, next }.Select(d => new Refresh(Piers, Piers.Column("berths_left")!, d))],
        });
        Assert.Contains("After `moor` the berths left of each pier it touches is 40 less the number of its boats whose state is \"afloat\".", policy, StringComparison.Ordinal);
        Assert.Contains("is the lowest moored at of its boats whose state is \"afloat\" to come.", policy, StringComparison.Ordinal);
    }

    [Fact]
    public void No_record_is_without_a_sentence()
    {
        Assert.Equal(Records<Precondition>(), Preconditions.Select(p => p.Data.Item1.GetType()).Distinct().OrderBy(t => t.Name, StringComparer.Ordinal));
        Assert.Equal(Records<Consequence>(), Consequences.Select(c => c.Data.Item1.GetType()).Append(typeof(Refresh)).Distinct()
            .OrderBy(t => t.Name, StringComparer.Ordinal));
    }

    [Fact]
    public void Nothing_is_told_of_a_tool_without_rules() =>
        Assert.DoesNotContain("## Rules", Policy(new CreateEffect(Boats, null, [], [])), StringComparison.Ordinal);

    [Fact]
    public void Every_rule_is_told_however_many_there_are()
    {
        const string tools = "get_pier(pier_id!) -> Pier{pier_id!, name, berths_left: int} & moor_boat(pier_id!, name!) -> Boat{boat_id!, pier_id, name}";
        var model = ModelFinisher.Finish(Recognised.Plan(string.Join(" & ", Enumerable.Range(0, 40).Select(i => tools.Replace("pier", $"pier{i}", StringComparison.Ordinal)
            .Replace("boat", $"boat{i}", StringComparison.Ordinal).Replace("Boat{", $"Boat{i}{{", StringComparison.Ordinal)))));
        var policy = PolicyWriter.Write("harbour", model, [], [], model.Tools.Select(t => t.Name).ToHashSet());
        Assert.All(model.Tools, t => Assert.All(EffectKinds.Of(t.Effect).Rules(t), r => Assert.Contains($"- {r}\n", policy, StringComparison.Ordinal)));
        Assert.True(policy.Split("\n- ").Length > 60);
    }

    private static IEnumerable<Type> Records<T>() =>
        typeof(T).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(T)) && !t.IsAbstract).OrderBy(t => t.Name, StringComparer.Ordinal);

    /// <summary>One effect of every kind that writes, with the record.</summary>
    private static IEnumerable<Effect> Effects(Precondition? precondition, Consequence? consequence)
    {
        Effect[] bare =
        [
            new CreateEffect(Boats, null, [], []), new CreateManyEffect(Boats, [], [], Entries, [Entry]), new UpdateEffect(Boats, Key, [], []),
            new UpsertEffect(Boats, Key, [], []), new DeleteEffect(Boats, Key, [], []), new DeleteManyEffect(Boats, [], [], []),
            new TransitionEffect(Boats, Key, [], [], Boats.Column("state")!, "moored"),
            new LinkEffect(Boats, Key, [], [], Boats.Column("flags")!, Flag), new UnlinkEffect(Boats, Key, [], [], Boats.Column("flags")!, Flag),
        ];
        return bare.Select(e => e with
        {
            Preconditions = precondition is null ? [] : [precondition],
            Consequences = consequence is null ? [] : [consequence],
        });
    }

    private static string Policy(Effect effect)
    {
        var tool = new ToolModel(Signature.Tool("moor(boat_id!)"), [BoatId], new ResultForm(ResultKind.Unknown, Fee.Node, [], Fee.Node), effect);
        return PolicyWriter.Write("harbour", new DomainModel([Piers, Boats], [tool]), [], [], new HashSet<string> { "moor" });
    }

    private static TableModel Table(string name, string singular, params IReadOnlyList<(string Name, ColumnType Type)> columns)
    {
        List<ColumnModel> made = [.. columns.Select((c, i) => new ColumnModel(name, c.Name, c.Type)
        {
            References = c.Name == "pier_id" && i > 0 ? new ColumnReference("piers", "pier_id") : null,
        })];
        return new TableModel(name, singular, made[0], made);
    }

    private static ToolParameter Parameter(string name, string type)
    {
        using var document = JsonDocument.Parse($$"""{"type":"{{type}}"}""");
        return new ToolParameter(name, SchemaDocument.Read(document.RootElement.Clone()), true, null, false);
    }
}
