namespace AgentScaler.Tasks.Intents;

/// <summary>The phrases of ordinary tasks.</summary>
internal static class SharedPhrases
{
    public static PhraseBook Book { get; } = new()
    {
        Requests =
        [
            "Please {0}{~}.", "Could you {0}{~}?", "I'd like you to {0}{~}.", "I need you to {0}{~}.", "Can you {0}{~}?", "Would you {0}, please?",
                "I want to {0}{~}.",
            "{!}{~}.", "{!}, please.", "I have to {0}{~}.", "Can I get you to {0}{~}?", "It would help if you could {0}{~}.", "Would you be able to {0}{~}?",
                "I'm hoping you can {0}{~}.",
            "Let's {0}{~}.", "Go ahead and {0}{~}.", "What I need is to {0}{~}.", "I was wondering if you could {0}{~}.", "Any chance you could {0}{~}?",
                "I'm trying to {0}{~}.", "We need to {0}{~}.",
            "Do me a favour and {0}{~}.", "If you can, {0}{~}.", "I should {0}{~}, so please do that.", "The idea is to {0}{~}.", "Help me {0}{~}.",
                "Kindly {0}{~}.", "I really need to {0}{~}.",
            "My plan is to {0}{~}.", "See if you can {0}{~}.",
        ],
        Leads =
        [
            "{1}, please {0}{~}.", "{1}, could you {0}{~}?", "{1}, I'd like you to {0}{~}.", "{1}, can you {0}{~}?", "{1}, I need you to {0}{~}.",
                "{1}, we have to {0}{~}.", "{1}, it's time to {0}{~}.", "{1}, go ahead and {0}{~}.",
        ],
        Questions =
        [
            "What is {0}?", "I'd like to know what {0} is.", "Do you know {0}?", "Could you look up {0}{~}?", "Remind me what {0} is.", "Check {0} for me{~}.",
                "Let me have {0}{~}.", "I'm looking for {0}.", "Please check {0}{~}.",
            "I was asked for {0}.", "Give me {0}{~}.", "I'm curious about {0}.", "I have to write down {0}.", "Pull up {0} for me{~}.", "I forgot {0}.",
                "Mind telling me {0}?", "What do you have down as {0}?",
        ],
        OpenQuestions =
        [
            "Can you tell me {0}?", "I'd like to know {0}.", "Please tell me {0}{~}.", "Could you find out {0}{~}?", "I need to know {0}.",
                "I want to find out {0}.", "Let me know {0}{~}.", "Do you happen to know {0}?",
            "I can't remember {0}.", "Would you check {0} for me?", "Tell me {0}{~}.", "See if you can tell me {0}{~}.",
        ],
        Links =
        [
            "Then", "After that,", "Next,", "Also,", "And", "While you're at it,", "Once that's done,", "Besides that,", "One more thing:", "On top of that,",
                "And then", "When that's through,", "Another thing:", "Oh, and", "Apart from that,",
            "With that out of the way,", "Now", "As well as that,",
        ],
        Otherwise =
        [
            "If that doesn't work, use {0} instead.", "Should that not be possible, take {0} instead.", "If the system won't allow it, go with {0}.",
                "If that fails, do it with {0} instead.", "In case it's refused, try {0}.",
            "I may have that wrong; if so, it's {0}.", "Failing that, make it {0}.", "If it won't go through, {0} is fine too.",
        ],
        Fallbacks = ["If that doesn't work,", "If you can't,", "Should that come to nothing,", "If there's no such thing,", "In case that fails,",
            "If that isn't possible,", "If nothing comes of it,"],
        Facts = ["The {0} is {1}.", "For the {0}, it's {1}.", "By the way, the {0} is {1}.", "You'll need the {0}, which is {1}."],
        Tails = [", please", ", if that's all right", ", when you get a chance", ", if possible", ", thanks", ", as soon as you can", ", if you don't mind",
            ", today if you can"],
        Greetings = ["Hi.", "Hello!", "Hi there,", "Good morning.", "Hey,", "Hello, hope you're well.", "Good afternoon.", "Hi, it's me again.", "Hey there!",
            "Morning!", "Hello there.", "Hi, quick one.", "Evening."],
        Occasions =
        [
            "I'm going through my list for today.", "I've got a few things to sort out.", "A colleague asked me to take care of this.",
                "I only have a couple of minutes.", "I tried to do this myself and got stuck.", "We're a bit behind on this.",
            "My manager wants this done before lunch.", "I'm catching up after some days off.", "There's something I've been putting off.",
                "I'm helping someone out with this.", "I've just noticed something that needs doing.", "We had a meeting about this earlier.",
            "I promised I'd get this done.", "It's been on my mind all day.", "I want to get this off my desk.", "I'm preparing for tomorrow.",
                "Something came up this morning.", "I'm clearing up some loose ends.",
        ],
        Closings =
        [
            "Thanks!", "Thank you.", "That's all.", "That would be great.", "Cheers.", "Thanks in advance.", "That's everything for now.", "I appreciate it.",
                "Many thanks.", "Let me know when it's done.", "No rush.", "Thanks for your help.", "That should be it.",
        ],
        Briefs = ["I need to {0}.", "Can you help me {0}?", "I'd like some help to {0}.", "I want to {0}, can you do that?", "I'm here to {0}."],
        Situations =
        [
            "You are in a hurry between two meetings.", "You have plenty of time and like to be sure.", "You are calling on behalf of a colleague.",
                "You are new to this service.",
            "You have used this service for years.", "You are on the train and type on a phone.", "You work at the front desk and someone is waiting.",
                "You are tidying up at the end of the day.",
            "You run a small business and do this in the evening.", "You are covering for someone on leave.", "You are preparing a report for your manager.",
                "You have a long list and this is one item of it.",
        ],
        Manners =
        [
            ("You answer in short sentences.", Talk.Terse), ("You are friendly and a little talkative.", Talk.Chatty),
                ("You are matter-of-fact and precise.", Talk.Plain), ("You are polite and patient.", Talk.Chatty),
            ("You give one piece of information at a time.", Talk.Plain), ("You say what you want at once.", Talk.Terse),
                ("You are slightly impatient but fair.", Talk.Terse), ("You like things confirmed.", Talk.Plain),
            ("You tell why you need something.", Talk.Chatty), ("You are cheerful.", Talk.Chatty),
        ],
    };
}
