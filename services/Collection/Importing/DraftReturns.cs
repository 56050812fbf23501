using AgentScaler.Collection.Schemas;
using AgentScaler.Tools;

namespace AgentScaler.Collection.Importing;

/// <summary>The schema of an operation's result, and whether the document declares it.</summary>
internal sealed record DraftReturns(byte[] Schema, ReturnsOrigin Origin)
{
    /// <param name="declared">The declared schema, or null. An empty one says nothing.</param>
    public static DraftReturns Of(
        ImportContext context, SchemaFragment? declared, ToolEffect effect, string name, string resource, byte[] parameters) =>
        declared is not null
            ? new DraftReturns(SchemaAssembler.Assemble(declared, context.Options.ReturnsBytes, context.Repairs), ReturnsOrigin.Declared)
            : new DraftReturns(ReturnsInference.Infer(effect, name, resource, parameters), ReturnsOrigin.Inferred);
}
