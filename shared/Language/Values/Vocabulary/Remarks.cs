
namespace AgentScaler.Language.Values.Vocabulary;

/// <summary>Sentences that people write into a column, by what the column is for.</summary>
public static class Remarks
{
    private static readonly string[] Reviews =
    [
        "Kept me reading until two in the morning.", "Good value, and it arrived a day early.", "Not bad, but I expected more for the price.",
            "The staff could not have been kinder.", "Broke after a week, sadly.",
        "Exactly what I was looking for.", "A little slow in the middle, yet worth it.", "I would recommend it to anyone.", "Too noisy for my taste.",
            "Better than the one I had before.",
    ];

    private static readonly string[] Reasons =
    [
        "Found a better offer elsewhere.", "The dates no longer work.", "Ordered by mistake.", "Moving to another city.", "A family matter came up.",
            "The card was lost.", "It no longer fits the budget.", "A colleague takes over.",
        "Recurring headaches.", "Annual check-up.",
    ];

    private static readonly string[] Gifts =
    [
        "Happy birthday, Grandma!", "With love from all of us.", "Congratulations on the new home.", "Thank you for everything.", "Enjoy it on a rainy day.",
            "To many more years together.", "Get well soon!", "For the best neighbour we know.",
    ];

    private static readonly string[] Messages =
    [
        "We have received your request and are looking into it.", "Could you send us a screenshot of the error?",
            "The technician will call you tomorrow morning.", "Your refund was sent today.", "I still cannot log in.",
        "Thanks, that solved it.", "The parcel is waiting at the front desk.", "Please try again after a restart.", "The new part is on its way.",
            "We will keep you posted.",
    ];

    private static readonly string[] Problems =
    [
        "The app closes as soon as the settings page is opened.", "The invoice lists the same item twice.", "The confirmation e-mail never arrives.",
            "The printer jams on every second page.", "Exports stop after the first thousand rows.",
        "The door does not unlock with the new code.", "Search shows results in the wrong order.", "Pictures load very slowly since the update.",
            "The balance is off by one cent.", "The calendar shows yesterday's date.",
    ];

    private static readonly string[] Blurbs =
    [
        "A bright corner flat close to the park.", "A quiet novel about two sisters and a lighthouse.", "Hand made from recycled wood, in three sizes.",
            "Compact, light and easy to clean.", "A weekend course for complete beginners.",
        "Seasonal vegetables with fresh herbs.", "For travellers who like to pack light.", "Covers the basics in eight short units.",
            "A classic in a new edition.", "Warm in winter and cool in summer.",
    ];

    private static readonly string[] Notes =
    [
        "Please call before you come.", "Prefers to be reached by e-mail.", "Use the side entrance.", "Paid in advance.", "Second visit this month.",
            "Needs an invoice.", "Ask for the manager on arrival.", "Speaks Spanish only.",
        "Late arrival, around ten in the evening.", "A quiet spot for a birthday.",
    ];

    private static readonly string[] Handling =
    [
        "Handle with care.", "Left with the neighbour.", "Held at customs.", "Pallet re-wrapped.", "Please ring the bell twice.", "Signature missing.",
            "Box slightly dented.", "Keep upright.", "Delayed by weather.", "Driver changed at the depot.",
    ];

    private static readonly string[] Clinical =
    [
        "Bring previous test results.", "Allergic to penicillin.", "Fasting since midnight.", "Follow-up in six weeks.", "Blood pressure slightly raised.",
            "Needs a wheelchair.", "Wound healing well.", "First visit.",
    ];

    private static readonly string[] Payments =
    [
        "Rent for March", "Lunch on Friday", "Concert tickets", "Birthday present", "Invoice 4471", "Shared groceries", "Piano lessons", "Train to Lyon",
            "Deposit for the flat", "Thanks again!",
    ];

    /// <summary>Things of everyday life, of which a blurb speaks.</summary>
    private static readonly HashSet<string> Everyday = new(StringComparer.Ordinal)
    {
        "apartment", "house", "book", "novel", "dish", "meal", "product", "course", "plant", "listing", "garment",
    };

    /// <summary>Sentences for a column of this name in a table of this kind; null where the table tells of none.</summary>
    public static IReadOnlyList<string>? Of(IReadOnlyList<string> words, string? owner)
    {
        var of = owner is null ? "" : Words.Split(owner).LastOrDefault() ?? "";
        var last = words.Count == 0 ? "" : words[^1];
        if (words.Contains("gift") || words.Contains("greeting"))
        {
            return Gifts;
        }

        return last switch
        {
            "reason" or "cause" => of is "appointment" or "visit" or "absence" or "return" or "cancellation" or "reservation" or "booking" ? Reasons : null,
            _ when of is "review" or "rating" or "feedback" or "testimonial" || last is "review" or "feedback" => Reviews,
            "memo" or "purpose" => of is "transfer" or "payment" or "transaction" ? Payments : null,
            "instructions" or "remark" or "remarks" or "note" or "notes" => of is "shipment" or "event" or "parcel" or "delivery" or "package" ? Handling
                : of is "patient" or "appointment" or "prescription" or "visit" ? Clinical
                : of is "reservation" or "booking" or "order" or "guest" or "customer" ? Notes : null,
            "description" or "summary" or "bio" or "about" or "details" or "body" or "text" or "comment" when of is "ticket" or "issue" or "incident" or "bug"
                or "case" or "complaint" => Problems,
            "message" or "body" or "reply" or "comment" or "answer" or "resolution" or "content" => of is "comment" or "message" or "reply" or "conversation"
                or "chat" or "ticket" ? Messages : null,
            "description" or "summary" or "about" or "details" => Everyday.Contains(of) ? Blurbs : null,
            _ => null,
        };
    }
}
