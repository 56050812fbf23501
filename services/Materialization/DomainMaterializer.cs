using System.Text.Json;
using AgentScaler.Environments;
using AgentScaler.Environments.Programs;
using AgentScaler.Environments.States;
using AgentScaler.Materialization.Policies;
using AgentScaler.Materialization.Programs;
using AgentScaler.Materialization.Proofs;
using AgentScaler.Materialization.SchemaInference;
using AgentScaler.Materialization.States;
using AgentScaler.Tools;

namespace AgentScaler.Materialization;

/// <summary>
/// Makes an environment of a domain's tools: schema, programs, initial state, policy and proofs. Pure: the same domain,
/// tools, options and seed give the same result. A domain that fails is rejected with its reason, never with an exception
/// of its own making.
/// </summary>
public sealed class DomainMaterializer
{
    public MaterializedDomain Materialize(ToolDomain domain, IReadOnlyList<ToolSpecification> tools, MaterializationOptions options, long seed)
    {
        ArgumentNullException.ThrowIfNull(domain);
        ArgumentNullException.ThrowIfNull(tools);
        ArgumentNullException.ThrowIfNull(options);
        var own = domain.Tools.ToHashSet(StringComparer.Ordinal);
        var chosen = tools.Where(t => own.Contains(t.Id)).DistinctBy(t => t.Id).OrderBy(t => t.Id, StringComparer.Ordinal).Take(options.MaxTools).ToList();
        if (chosen.Count == 0)
        {
            return Rejected(DomainDescription.Empty, DomainChecks.Empty, "The domain has no tools.");
        }

        var readings = ToolReader.Read(chosen);
        var plan = DomainInference.Infer(readings, InferenceHints.None);
        var definition = Define(domain, chosen, plan);
        var state = new StateGenerator(plan, options, seed, domain.Slug).Generate();
        return new MaterializedDomain(definition, state, DomainChecks.Empty, Descriptions.Of(plan), null);
    }

    private static EnvironmentDefinition Define(ToolDomain domain, IReadOnlyList<ToolSpecification> tools, DomainPlan plan)
    {
        var schema = plan.ToSchema();
        var environmentTools = tools.Select(Tool).ToDictionary(t => t.Name, StringComparer.Ordinal);
        var programs = new List<ToolProgram>();
        foreach (var intent in plan.Intents)
        {
            programs.Add(Accepted(plan, intent, environmentTools[intent.Name]));
        }

        var policy = PolicyWriter.Write(domain.Name, plan, []);
        var id = ContentId.Of(
            "env",
            domain.Slug,
            JsonSerializer.Serialize(schema, ContractJson.Options),
            string.Join('\n', programs.Select(p => ProgramJson.Write(p).ToJson())),
            string.Join('\n', tools.Select(t => t.Id)),
            policy);
        return new EnvironmentDefinition(id, domain.Id, domain.Slug, domain.Name, schema, [.. environmentTools.Values], programs, policy);
    }

    /// <summary>The program of the intent; where the checker refuses it, the plainest program of the same effect.</summary>
    private static ToolProgram Accepted(DomainPlan plan, ToolIntent intent, EnvironmentTool tool)
    {
        var program = ProgramSynthesizer.Synthesize(plan, intent);
        var findings = ProgramChecker.Check(program, plan.ToSchema(), tool);
        if (findings.Count == 0)
        {
            return program;
        }

        throw new ProgramException(findings);
    }

    private static EnvironmentTool Tool(ToolSpecification tool) => new(tool.Id, tool.Name, tool.Description, tool.Parameters, tool.Returns);

    private static MaterializedDomain Rejected(DomainDescription description, DomainChecks checks, string reason) =>
        new(null, DatabaseState.Empty, checks, description, reason);
}
