using AgentScaler.Environments.Values;

namespace AgentScaler.Rollout.Benchmarks;

/// <summary>What people said in a file of multi-turn benchmark questions, one JSON object a line.</summary>
internal static class ReferenceTurns
{
    public static IReadOnlyList<string> Of(string file)
    {
        var turns = new List<string>();
        foreach (var line in File.ReadLines(file))
        {
            Collect(Value.Parse(line)["question"], turns);
        }

        return turns;
    }

    private static void Collect(Value value, List<string> turns)
    {
        if (value.IsArray)
        {
            foreach (var item in value.AsArray)
            {
                Collect(item, turns);
            }
        }
        else if (value["role"].IsString && value["role"].AsString == "user" && value["content"].IsString && value["content"].AsString.Length > 0)
        {
            turns.Add(value["content"].AsString);
        }
    }
}
