namespace AgentScaler.Tasks.Intents;

/// <summary>Phrases and personas kept for evaluation. None of them is in <see cref="SharedPhrases"/>.</summary>
internal static class HeldOutPhrases
{
    public static PhraseBook Book { get; } = new()
    {
        Requests =
        [
            "Would it be possible to {0}{~}?", "I'm calling to {0}{~}.", "My request is to {0}{~}.", "Do you think you could {0}{~}?", "I must {0}{~}.",
                "Be so kind as to {0}{~}.", "It's important that we {0}{~}.", "I'm after someone who can {0}{~}.",
            "Might you {0}{~}?", "You'd do me a great service if you could {0}{~}.", "I intend to {0}{~}.", "Would you mind helping me {0}{~}?",
                "All I want is to {0}{~}.", "I've decided to {0}{~}.", "I'm supposed to {0}{~}.", "Is there a way to {0}{~}?",
            "The thing to do is to {0}{~}.", "I ask you to {0}{~}.", "Time to {0}{~}.", "Make sure to {0}{~}.",
        ],
        Leads = ["{1}, would it be possible to {0}{~}?", "{1}, I must {0}{~}.", "{1}, make sure to {0}{~}.", "{1}, do you think you could {0}{~}?",
            "{1}, kindly see to it that we {0}{~}.", "{1}, it has been decided to {0}{~}."],
        Questions = ["How do I find {0}?", "Where do I see {0}?", "Read {0} out to me{~}.", "I'd be glad to hear {0}.", "Somebody wants {0} from me.",
            "May I have {0}{~}?", "Look into {0}{~}.", "I'm missing {0}.", "I lost my note with {0}."],
        OpenQuestions = ["Might I ask {0}?", "I'd be interested to learn {0}.", "Are you in a position to say {0}?", "Work out {0} on my behalf{~}.",
            "It'd be good to hear {0}.", "Could I learn {0}{~}?"],
        Links = ["Secondly,", "Following that,", "Moreover,", "In addition,", "Right after,", "As a next step,", "Furthermore,", "There is something else:",
            "Having done so,", "To continue,", "Likewise,", "Finally,"],
        Otherwise = ["Were that to be declined, choose {0}.", "My second choice would be {0}.", "If there is any trouble with it, switch to {0}.",
            "Otherwise settle for {0}.", "As a fallback, use {0}."],
        Fallbacks = ["Were that to fail,", "Supposing it can't be had,", "Where that leads nowhere,", "If it turns out that you cannot,"],
        Facts = ["Note that the {0} is {1}.", "As to the {0}: {1}.", "In my papers the {0} reads {1}."],
        Tails = [", if it's no trouble", ", at your convenience", ", without delay", ", if I may ask", ", before the day is over", ", whenever it suits you"],
        Greetings = ["Greetings.", "Dear support team,", "Good day.", "Good evening to you.", "Hiya!", "To whom it may concern,", "Excuse me,",
            "Pardon the interruption."],
        Occasions =
        [
            "I'm acting for my family here.", "My accountant insists on it.", "I'm sitting in front of a pile of paperwork.",
                "There was a mix-up last week that I want to put right.", "I'm told you are the one to talk to.", "I'm leaving on a trip soon.",
            "We moved offices and a lot is unsettled.", "An auditor is visiting us.", "I read your message and want to act on it.",
                "It's my first week in this job.",
        ],
        Closings = ["Much obliged.", "With kind regards.", "I'd be grateful.", "Have a good one.", "I look forward to hearing from you.", "Ta.",
            "Nothing further from me.", "You've been a great help."],
        Briefs = ["It's about this: I must {0}.", "Would you assist me to {0}?", "My concern is how to {0}.", "I've come to {0}."],
        Situations =
        [
            "You are a retired teacher who does things carefully.", "You are a student short of time.", "You are travelling and the connection is bad.",
                "You speak for a family member who cannot call.", "You are an engineer who double-checks everything.",
            "You were transferred here by another department.", "You are annoyed because it is your second attempt.", "You sit in a noisy open-plan office.",
        ],
        Manners =
        [
            ("You speak formally.", Talk.Chatty), ("You tend to begin with the background.", Talk.Chatty),
                ("You are brief to the point of gruffness.", Talk.Terse), ("You number what you say in your head.", Talk.Plain),
                ("You thank people a lot.", Talk.Chatty),
            ("You answer only what is asked.", Talk.Terse), ("You read from your notes.", Talk.Plain),
        ],
    };
}
