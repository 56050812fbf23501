using AgentScaler.Environments.Values;

namespace AgentScaler.Materialization.States.Shaping;

/// <summary>Gives the first rows what the tool that makes such rows computes: the price of what was ordered, the total.</summary>
internal static class AsMade
{
    public static void Shape(InitialRows initial)
    {
        foreach (var create in initial.Model.Tools.Select(t => t.Effect).OfType<CreateEffect>())
        {
            var computed = create.Consequences.OfType<Assign>().Where(a => a.Address.IsMain && Computes(a.Value)).ToList();
            if (computed.Count > 0)
            {
                Shape(initial, create, computed);
            }
        }
    }

    /// <summary>Whether a value is taken from elsewhere: what a new row starts with may have changed since.</summary>
    private static bool Computes(Term value) => value is not (ConstantTerm or ClockTerm or ArgumentTerm);

    private static void Shape(InitialRows initial, CreateEffect create, List<Assign> computed)
    {
        var (table, state) = (create.Table, initial.State());
        for (var i = 0; i < initial.Of(table.Name).Count; i++)
        {
            var row = initial.Of(table.Name)[i];
            var arguments = create.Scope.Concat(create.Assignments)
                .Aggregate(Value.EmptyObject, (all, b) => Matching.With(all, b.Parameter, row[b.Column.Name]));
            var situation = new Situation(initial.Model, state, arguments);
            foreach (var assign in computed)
            {
                if (assign.Value.Of(situation) is { IsNull: false } value)
                {
                    initial.Set(table, i, assign.Column, value);
                }
            }
        }
    }
}
