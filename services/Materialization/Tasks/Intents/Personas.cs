using AgentScaler.Trajectories;

namespace AgentScaler.Materialization.Tasks.Intents;

/// <summary>Who speaks, and how.</summary>
internal static class Personas
{
    private static readonly string[] Situations =
    [
        "You are in a hurry between two meetings.", "You have plenty of time and like to be sure.", "You are calling on behalf of a colleague.", "You are new to this service.",
        "You have used this service for years.", "You are on the train and type on a phone.", "You work at the front desk and someone is waiting.", "You are tidying up at the end of the day.",
    ];

    private static readonly string[] Manners =
    [
        "You answer in short sentences.", "You are friendly and a little talkative.", "You are matter-of-fact and precise.", "You are polite and patient.",
        "You give one piece of information at a time.", "You say what you want at once.", "You are slightly impatient but fair.", "You like things confirmed.",
    ];

    public static string Of(SeededRandom random) =>
        $"{random.Pick(Situations)} {random.Pick(Manners)} You know only what is listed here; you never invent anything, and you never name tools or parameters.";
}
