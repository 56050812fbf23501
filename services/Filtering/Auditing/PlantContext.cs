using AgentScaler.Environments.Sessions;
using AgentScaler.Environments.Values;
using AgentScaler.Trajectories;
using AgentScaler.Trajectories.Conversations;

namespace AgentScaler.Filtering.Auditing;

/// <summary>The input of a change: one accepted trajectory, its task and environment, and calls of the domain.</summary>
internal sealed class PlantContext(CompiledEnvironment environment, TaskSpecification task, Draft draft, CallPool pool, SeededRandom random)
{
    public CompiledEnvironment Environment { get; } = environment;

    public TaskSpecification Task { get; } = task;

    public Draft Draft { get; } = draft;

    public CallPool Pool { get; } = pool;

    public SeededRandom Random { get; } = random;

    public bool Reads => Task.Kind == TaskKind.ReadOnly;

    public bool Writes => Task.Kind == TaskKind.Write;

    /// <summary>Returns a place for a further call, which may be before any turn of the assistant.</summary>
    public int InsertionPoint()
    {
        var places = Enumerable.Range(0, Draft.Turns.Count).Where(i => Draft.Turns[i].Message.Role == "assistant").ToArray();
        return Random.Pick(places);
    }

    /// <summary>Returns a random call that the environment answers, from the writing or from the other calls.</summary>
    public (int Turn, int Call)? PickCall(bool writing)
    {
        var places = Draft.Calls().Where(p => Pool.Writes(Draft.At(p).Name) == writing).ToArray();
        return places.Length == 0 ? null : Random.Pick(places);
    }

    /// <summary>Returns up to ten writing calls of the domain in random order.</summary>
    public IEnumerable<DraftCall> SomeWrites() => Random.Shuffle(Pool.Writing).Take(10);

    /// <summary>Returns a call with one value changed to a similar one, or null if there is none.</summary>
    public DraftCall? Altered(DraftCall call)
    {
        if (Conversation.JsonOrNull(call.Arguments) is not { IsObject: true } arguments)
        {
            return null;
        }

        var leaves = Trajectories.Plans.ArgumentTree.Leaves(arguments).Where(l => !l.Leaf.IsNull && !l.Leaf.IsArray && !l.Leaf.IsObject).ToList();
        if (leaves.Count == 0)
        {
            return null;
        }

        var at = Random.Next(leaves.Count);
        leaves[at] = (leaves[at].Pointer, Other(leaves[at].Leaf));
        return call with { Arguments = Trajectories.Plans.ArgumentTree.Build(leaves).ToJson() };
    }

    private Value Other(Value value)
    {
        var alike = Pool.Neighbours(value);
        if (alike.Count > 0 && Random.Chance(0.7))
        {
            return Random.Pick(alike);
        }

        return value.Kind switch
        {
            ValueKind.Boolean => !value.AsBoolean,
            ValueKind.Number => value.AsNumber + 1,
            _ => value.AsString + "x",
        };
    }
}
