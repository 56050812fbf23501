using AgentScaler.Trajectories;

namespace AgentScaler.Tasks.Intents;

/// <summary>A speaker and their way of speaking.</summary>
/// <param name="Profile">The description that the simulated user gets of themselves.</param>
internal sealed record Persona(string Profile, Talk Talk)
{
    public static Persona Of(PhraseBook book, SeededRandom random)
    {
        var (manner, talk) = random.Pick(book.Manners);
        return new Persona(
            $"{random.Pick(book.Situations)} {manner} You know only what is listed here; you never invent anything, and you never name tools or parameters.",
                talk);
    }
}
