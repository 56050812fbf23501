namespace AgentScaler.Language;

/// <summary>The nouns that the roles of columns are recognised by, in the singular.</summary>
internal static class RoleNouns
{
    /// <summary>Words for an amount of whatever the row is about.</summary>
    public static readonly IReadOnlySet<string> Amounts = Set("quantity", "qty", "amount", "unit");

    /// <summary>What is booked, taken and given by the number.</summary>
    public static readonly IReadOnlySet<string> Counted = Set(
        "seat", "ticket", "room", "spot", "slot", "place", "space", "bed", "copy", "unit", "item", "piece", "passenger", "guest", "person", "adult", "child",
            "traveler", "traveller", "attendee", "participant", "night", "bag", "share", "license", "table", "bike", "car", "vehicle", "locker", "book",
            "day", "portion", "serving", "box", "pass", "bottle", "sample", "dose", "pet", "enrollment", "enrolment", "registration", "booking", "reservation");

    /// <summary>What there is a fixed number of.</summary>
    public static readonly IReadOnlySet<string> Places = Set(
        "seat", "room", "slot", "place", "space", "bed", "ticket", "copy", "spot", "unit", "table", "locker", "license", "desk");

    /// <summary>Places of which each person takes one, and the people.</summary>
    public static readonly IReadOnlySet<string> Seats = Set(
        "seat", "ticket", "spot", "slot", "place", "space", "passenger", "guest", "person", "adult", "traveler", "traveller", "attendee", "participant", "pass",
            "registration", "enrollment", "enrolment", "booking", "reservation", "member", "student");

    /// <summary>What a stay or a journey has some of, without taking more of what is left.</summary>
    public static readonly IReadOnlySet<string> Spans = Set("night", "day", "bag", "hour", "week", "month", "pet", "child");

    /// <summary>What people do to a thing, and the people who do it.</summary>
    public static readonly IReadOnlySet<string> Reactions = Set(
        "like", "view", "follower", "comment", "download", "upvote", "downvote", "vote", "share", "star", "stargazer", "fork", "reply", "repost", "retweet",
            "visit", "play", "click", "subscriber", "member", "participant", "attendee", "review", "reaction", "bookmark", "favorite", "dislike", "watcher",
            "visitor", "listener");

    /// <summary>Words that say that so much is taken already.</summary>
    public static readonly IReadOnlySet<string> TakenWords = Set(
        "booked", "sold", "taken", "reserved", "occupied", "occupancy", "enrolled", "registered", "used", "filled", "rented", "borrowed", "enrollment");

    /// <summary>Words for what is spent.</summary>
    public static readonly IReadOnlySet<string> Funds = Set("balance", "credit", "point", "fund", "cash", "coin", "mile", "saving", "wallet");

    /// <summary>Words for a sum of money.</summary>
    public static readonly IReadOnlySet<string> Monies = Set("amount", "price", "cost", "fare", "sum", "payment", "money", "fee", "charge", "value", "rent", "bill");

    /// <summary>Words for the most or the least of something.</summary>
    public static readonly IReadOnlySet<string> Bounds = Set("max", "maximum", "limit", "min", "minimum", "capacity", "cap", "quota");

    /// <summary>What is measured and never counted.</summary>
    public static readonly IReadOnlySet<string> Measures = Set(
        "temperature", "speed", "duration", "age", "length", "weight", "height", "width", "hour", "minute", "second", "distance", "size", "depth", "volume",
            "rate", "score", "rating", "level", "pressure", "power", "humidity", "token", "retry", "timeout", "page", "result", "price");

    /// <summary>The periods for which a limit of spending holds.</summary>
    public static readonly IReadOnlySet<string> Periods = Set("daily", "weekly", "monthly", "yearly", "annual");

    /// <summary>What has credits that are no money.</summary>
    public static readonly IReadOnlySet<string> Courses = Set("course", "subject", "class", "lecture", "module", "curriculum", "team", "player");

    /// <summary>What is kept in stock.</summary>
    public static readonly IReadOnlySet<string> Wares = Set(
        "product", "item", "inventory", "stock", "variant", "sku", "book", "medicine", "medication", "drug", "ingredient", "supply", "part", "material", "article",
            "merchandise", "good", "equipment", "title", "component", "ticket", "commodity");

    /// <summary>What takes some of what another thing has.</summary>
    public static readonly IReadOnlySet<string> Takers = Set(
        "booking", "reservation", "order", "purchase", "rental", "loan", "line", "item", "cart", "ticket", "sale", "registration", "enrollment", "hire", "return",
            "shipment", "appointment", "trip", "stay", "checkout", "entry", "position", "holding", "trade", "delivery", "redemption", "request", "transaction");

    /// <summary>Who owns a row.</summary>
    public static readonly IReadOnlySet<string> Owners = Set(
        "owner", "user", "customer", "member", "account", "client", "patient", "employee", "student", "guest", "author", "buyer", "borrower", "tenant",
            "subscriber", "creator", "holder", "passenger", "sender", "seller", "host", "organizer", "requester", "driver", "player", "donor", "resident");

    private static HashSet<string> Set(params ReadOnlySpan<string> words) => [.. words];
}
