using System.Text.Json;
using AgentScaler.Collection.Documents;

namespace AgentScaler.Collection.Importing.OpenApi;

/// <summary>Which of several media types of a body speaks for it.</summary>
internal static class MediaTypes
{
    /// <summary>JSON first, then forms, then whatever else has a schema.</summary>
    public static JsonElement? Choose(JsonElement? content)
    {
        if (content is not { ValueKind: JsonValueKind.Object } types)
        {
            return null;
        }

        JsonElement? best = null;
        var bestRank = int.MaxValue;
        foreach (var type in types.DistinctMembers())
        {
            var rank = Rank(type.Name) + (type.Value.ObjectMember("schema") is null ? 100 : 0);
            if (type.Value.ValueKind == JsonValueKind.Object && rank < bestRank)
            {
                (best, bestRank) = (type.Value, rank);
            }
        }

        return best;
    }

    private static int Rank(string type)
    {
        var name = type.Split(';')[0].Trim().ToLowerInvariant();
        return name switch
        {
            "application/json" => 0,
            _ when name.EndsWith("+json", StringComparison.Ordinal) || name.EndsWith("/json", StringComparison.Ordinal) => 1,
            "application/x-www-form-urlencoded" => 2,
            "multipart/form-data" => 3,
            "*/*" => 4,
            _ when name.EndsWith("xml", StringComparison.Ordinal) => 5,
            _ => 6,
        };
    }
}
