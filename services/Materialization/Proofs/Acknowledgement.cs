using AgentScaler.Environments.Values;
using AgentScaler.Language;
using AgentScaler.Materialization.SchemaInference;

namespace AgentScaler.Materialization.Proofs;

/// <summary>A write that succeeds says so wherever its result has a place for it.</summary>
internal static class Acknowledgement
{
    public static string? Broken(ToolIntent intent, Value result, ObjectValue? row)
    {
        if (!result.IsObject)
        {
            return null;
        }

        foreach (var (name, value) in result.AsObject)
        {
            var known = intent.Table is { } table ? ColumnMatcher.Exact(table, name) : null;
            if (known is null && value.IsBoolean && !value.IsTrue && Words.Snake(name) is "success" or "ok" or "deleted" or "updated" or "created" or "acknowledged" or "succeeded" or "is_success" or "done" or "sent")
            {
                return $"{name} is false though the call succeeded";
            }
        }

        return intent.Kind == IntentKind.Delete && intent.Reading.Result.Kind == ResultKind.Unknown && row is not null && result[intent.Table!.Key.Name] != row[intent.Table.Key.Name]
            ? "the result does not say what was deleted"
            : null;
    }
}
