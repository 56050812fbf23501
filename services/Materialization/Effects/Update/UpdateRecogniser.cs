using AgentScaler.Language;

namespace AgentScaler.Materialization.Effects;

/// <summary>Recognises a change of a row.</summary>
internal static class UpdateRecogniser
{
    public static bool Recognises(Clues clues) => !clues.Reads && clues.Verb switch
    {
        VerbClass.Create or VerbClass.Send => clues.ChangesItem,
        VerbClass.Update => !MakesRow(clues),
        VerbClass.Link or VerbClass.Unlink => clues.Marks,
        _ => false,
    };

    /// <summary>An "update" that names no row but says what is in it makes one.</summary>
    private static bool MakesRow(Clues clues) =>
        clues.Key is null && clues.Reading.Parameters.Any(p => p.Role == ParameterRole.Field) && clues.Reading.Parents.Count == 0 && !clues.Reading.Located;
}
