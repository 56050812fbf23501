using AgentScaler.Environments.Programs;
using AgentScaler.Environments.States;
using AgentScaler.Environments.Values;

namespace AgentScaler.Materialization.Policies;

/// <summary>Tools that may find more in the initial state than one answer may hold, so that agents are told before they ask.</summary>
internal static class LargeAnswers
{
    public static IReadOnlyList<string> Of(DomainModel plan, DatabaseState state)
    {
        var large = plan.Tables.Where(t => ResultBound.Exceeds(Value.From(state.Rows(t.Name).Select(Value.From)))).ToHashSet();
        var wide = plan.Tables.Where(t => large.Contains(t) && state.Rows(t.Name).Any(r => ResultBound.Exceeds(Value.From(r)))).ToHashSet();
        return [.. plan.Tools.Where(i => i.Table is { } table && (wide.Contains(table) || (large.Contains(table) && i.Effect is ListEffect && !Paged(i))))
            .Select(i => i.Name).Order(StringComparer.Ordinal)];
    }

    private static bool Paged(ToolModel tool) => tool.Parameters.Any(p => p.Role is ParameterRole.Limit or ParameterRole.Page);
}
