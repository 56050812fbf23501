using AgentScaler.Effects;
using AgentScaler.Materialization.Effects;
using AgentScaler.Materialization.SchemaInference;
using AgentScaler.Materialization.Tests.Recognition;

namespace AgentScaler.Materialization.Tests.Conventions;

/// <summary>The rules that the last one of some cited tools has, in the words of the policy.</summary>
internal static class Ruled
{
    public static string Last(string tools)
    {
        var model = ModelFinisher.Finish(Recognised.Plan(tools));
        var tool = model.Tools[^1];
        return string.Join(" ",
        [
            .. tool.Effect.Preconditions.Where(p => p is Compares or StatusIn).SelectMany(p => PreconditionKinds.Of(p).Rules(p, tool)),
            .. tool.Effect.Consequences.Where(c => c is Adjust or Assign).SelectMany(c => ConsequenceKinds.Of(c).Rules(c, tool)),
        ]);
    }
}
