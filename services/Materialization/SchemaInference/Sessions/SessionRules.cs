using AgentScaler.Environments.States.Dumps;
using AgentScaler.Language;
using AgentScaler.Materialization.Conventions;
using AgentScaler.Materialization.Effects;
using AgentScaler.Materialization.SchemaInference.Queries;

namespace AgentScaler.Materialization.SchemaInference;

/// <summary>Who may call: where the dump keeps who is signed in and a tool signs in, and where accounts hold tokens that calls give.</summary>
internal static class SessionRules
{
    private static readonly HashSet<string> Free = new(StringComparer.Ordinal) { "register", "signup", "recover", "forgot", "reset", "verify", "verification" };

    /// <summary>Words of a question for the session itself, which anybody may ask.</summary>
    private static readonly HashSet<string> Asking = new(StringComparer.Ordinal) { "login", "logged", "status", "auth", "authentication", "session" };

    /// <summary>Single things that belong to who is signed in.</summary>
    private static readonly HashSet<string> Own = new(StringComparer.Ordinal) { "account", "profile", "wallet" };

    public static IEnumerable<Precondition> Of(DomainPlan plan, EffectDraft draft, Effect effect)
    {
        if (Token(draft, effect) is { } account)
        {
            return [new RowExists(account) { Basis = new Basis(Source.Schema, "A token names the account that asks.") }];
        }

        var sketch = draft.Sketch;
        var signs = plan.Sketches.FirstOrDefault(s => s.Reading.Setting is { SignsIn: true });
        if (signs?.Table is not { } table || !(sketch.Writes ? Changes(sketch, effect, signs.Reading.Setting!) : Asks(sketch, effect)))
        {
            return [];
        }

        var changes = signs.Reading.Setting!.Changes;
        var column = (changes.FirstOrDefault(c => c.By is null) ?? changes[0]).Column;
        return [new SignedIn(draft.Tables.Of(table), draft.Tables.Of(table.Column(column)!))
        {
            Basis = new Basis(Source.Convention, $"{signs.Name} signs somebody in."),
        }];
    }

    /// <summary>The account whose token a read takes, where no condition of the read looks for it.</summary>
    private static RowAddress? Token(EffectDraft draft, Effect effect) => effect is not QueryEffect query ? null
        : draft.Reading.Parameters.Where(p => p is { Required: true, Container: null } && SessionNames.IsToken(p.Words)
                && !query.Conditions.OfType<SameAs>().Any(c => c.Parameter == p))
            .SelectMany(p => ActingAccount.Named(draft, p)).FirstOrDefault();

    /// <summary>Whether a write is one of somebody's: not of a switch of the device, and of something that the state keeps.</summary>
    private static bool Changes(EffectSketch sketch, Effect effect, Setting signs)
    {
        var reading = sketch.Reading;
        var ends = reading.Setting is { SignsIn: false } setting && setting.Resource == signs.Resource
            && setting.Changes.Any(c => signs.Changes.Any(s => s.Column == c.Column));
        return ends || (reading.Setting is null && effect is not TableEffect { Table.Form: MissingForm } && !reading.Said.Any(Free.Contains)
            && !(reading.Said.Contains("sign") && reading.Said.Contains("up")));
    }

    /// <summary>Whether a read is about what the signed-in user has.</summary>
    private static bool Asks(EffectSketch sketch, Effect effect) => effect is QueryEffect query && !sketch.Reading.Said.Any(Asking.Contains)
        && (OwnerFinder.IsSaid(sketch.Reading) || query.Conditions.Any(c => c is IsCurrent)
            || (DumpAdoption.IsSingle(query.Table.Form) && Words.Split(query.Table.Singular).Any(Own.Contains)));
}
