using AgentScaler.Language;

namespace AgentScaler.Materialization.Effects;

/// <summary>Recognises a read of one row.</summary>
internal static class GetRecogniser
{
    public static bool Recognises(Clues clues)
    {
        if (!clues.Reads || clues.Computes || clues.Verb == VerbClass.Count)
        {
            return false;
        }

        var (reading, key, http) = (clues.Reading, clues.Key, clues.Reading.Located);
        if (clues.Verb == VerbClass.Check)
        {
            return key is not null && (clues.Shared || http) && clues.Result != ResultKind.Scalar;
        }

        if (clues.Many)
        {
            return false;
        }

        var entity = clues.Result == ResultKind.Entity;
        var inputs = reading.Parameters.Count(p => p.Role is not ParameterRole.Boilerplate);
        return reading.OnItem || (key is not null && (clues.Result != ResultKind.Scalar || http))
            || (clues.Shared && entity && (key is not null || inputs == 0 || http))
            || (http && entity && reading.Parents.Count > 0)
            || (clues.Verb is VerbClass.List && entity && clues.Shared)
            || (inputs == 0 && entity);
    }
}
