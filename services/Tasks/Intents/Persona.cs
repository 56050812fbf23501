using AgentScaler.Trajectories;

namespace AgentScaler.Tasks.Intents;

/// <summary>Who speaks, and how.</summary>
/// <param name="Profile">What the simulated user is told of themselves.</param>
internal sealed record Persona(string Profile, Talk Talk)
{
    public static Persona Of(PhraseBook book, SeededRandom random)
    {
        var (manner, talk) = random.Pick(book.Manners);
        return new Persona($"{random.Pick(book.Situations)} {manner} You know only what is listed here; you never invent anything, and you never name tools or parameters.", talk);
    }
}
