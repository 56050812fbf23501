using System.Text.Json;
using AgentScaler.Environments.States;
using AgentScaler.Environments.Values;
using AgentScaler.Materialization.Overrides;
using AgentScaler.Materialization.SchemaInference;
using AgentScaler.Pipeline.Options;
using AgentScaler.Tools;

namespace AgentScaler.Materialization;

/// <summary>Holds what the user gives for a domain against the domain's tools, without making rows or proofs.</summary>
public static class DomainCheck
{
    /// <summary>What is wrong, with its place. Null where everything can be followed.</summary>
    public static string? Problem(ToolDomain domain, IReadOnlyList<ToolSpecification> tools, MaterializationOptions options)
    {
        ArgumentNullException.ThrowIfNull(domain);
        ArgumentNullException.ThrowIfNull(tools);
        ArgumentNullException.ThrowIfNull(options);
        try
        {
            var overrides = DomainOverrides.Read(options.Overrides, domain.Slug, tools.Select(t => t.Name).ToHashSet(StringComparer.Ordinal));
            var dump = options.State is { } text ? new DumpAdoption(Value.Parse(text)) : null;
            var hints = dump is null ? overrides.Hints : overrides.Hints.With(dump);
            var read = OverriddenModel.Returning(tools, overrides);
            var model = OverriddenModel.Of(DomainInference.Infer(ToolReader.Read(read), hints), overrides, keepAll: dump is not null);
            SessionStart.In(DatabaseState.Empty, model, overrides);
            return model.Tools.Where(t => overrides.Speaks(t.Name))
                .Select(t => DomainMaterializer.Write(t, model.ToSchema(), DomainMaterializer.Tool(t.Tool), overrides).Findings)
                .Where(f => f.Count > 0).Select(f => f[0].ToString()).FirstOrDefault();
        }
        catch (Exception failure) when (failure is OverridesException or JsonException)
        {
            return failure.Message;
        }
    }
}
