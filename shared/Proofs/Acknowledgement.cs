using AgentScaler.Environments.Values;
using AgentScaler.Language;

namespace AgentScaler.Proofs;

/// <summary>A write that succeeds says so wherever its result has a place for it.</summary>
internal static class Acknowledgement
{
    public static string? Broken(ToolModel tool, Value result, ObjectValue? row)
    {
        if (!result.IsObject)
        {
            return null;
        }

        foreach (var (name, value) in result.AsObject)
        {
            var known = tool.Table?.Columns.Any(c => Words.Snake(c.Name) == Words.Snake(name)) == true;
            if (!known && value.IsBoolean && !value.IsTrue && Words.Snake(name) is "success" or "ok" or "deleted" or "updated" or "created" or "acknowledged"
                or "succeeded" or "is_success" or "done" or "sent")
            {
                return $"{name} is false though the call succeeded";
            }
        }

        return tool.Effect is DeleteEffect
            && tool.Result.Kind == ResultKind.Unknown
            && row is not null
            && result[tool.Table!.Key.Name] != row[tool.Table.Key.Name]
            ? "the result does not say what was deleted"
            : null;
    }
}
