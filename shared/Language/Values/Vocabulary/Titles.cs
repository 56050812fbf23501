namespace AgentScaler.Language.Values.Vocabulary;

/// <summary>Titles of works, gatherings and undertakings.</summary>
public static class Titles
{
    public static readonly string[] Books =
    [
        "The Salt Cartographer", "A Winter in Tromso", "Letters to a Lighthouse", "The Glass Orchard", "Where the Rivers Meet",
            "The Clockmaker's Daughter-in-Law", "Nine Quiet Rooms",
        "The Last Ferry Home", "Under a Paper Moon", "Bread, Butter and Revolution", "The Beekeeper of Porto", "Maps of the Invisible", "The Tenth Violin",
            "A Short History of Dust",
        "The Apprentice Gardener", "Night Train to Trieste", "The Language of Stones", "Everything but the Sea", "The Cinnamon Road", "How Rivers Remember",
            "The Attic on Mill Street",
        "Ordinary Constellations", "The Weight of Feathers", "Two Cups of Coffee",
    ];

    public static readonly string[] Films =
    [
        "The Long Harvest", "Midnight in Valparaiso", "Blue Tram", "The Second Witness", "Paper Kites", "Northern Static", "A Table for Six",
            "The Quiet Referee", "Summer of the Swifts",
        "Last Call at Pier Nine", "The Understudy", "Copper Sky", "Three Days in Ghent", "The Violin Thief", "Neighbours", "The Snow Line",
    ];

    public static readonly string[] Songs =
    [
        "Slow Morning", "Paper Boats", "Run the Red Light", "Harbour Lights", "Half a Heart", "Northbound", "Velvet Static", "Sunday Shoes",
            "Dancing on the Stairs", "Letters Home",
        "Wild Lavender", "Seven Bridges", "Echo Park Avenue", "The Way You Whistle", "Rain on Tin", "Golden Hour Again",
    ];

    public static readonly string[] Albums =
    [
        "Songs for the Late Train", "Kitchen Tapes", "Low Tide", "The Brass Years", "Postcards", "Second Spring", "Live at the Old Mill", "Night Shift",
            "Road Trip Favourites", "Morning Coffee",
    ];

    public static readonly string[] Articles =
    [
        "Ten ways to cut shipping costs", "What we learned from our first year", "A beginner's guide to sourdough", "Why small teams ship faster",
            "Five museums worth a detour", "The return of the night train",
        "How to read a balance sheet", "Choosing a bicycle for the city", "Inside the new concert hall", "Gardening on a balcony", "What the new tariff means",
            "An interview with the head chef",
    ];

    public static readonly string[] Courses =
    [
        "Introduction to Statistics", "Creative Writing", "Data Structures", "Organic Chemistry", "Conversational Spanish", "Project Management Basics",
            "Linear Algebra", "Digital Photography",
        "First Aid", "Public Speaking", "World History since 1900", "Machine Learning in Practice", "Food Hygiene", "Accounting for Beginners",
    ];

    public static readonly string[] Projects =
    [
        "Website relaunch", "Warehouse automation", "Customer portal", "Office move", "Spring campaign", "Payroll migration", "Mobile app 2.0",
            "Supplier onboarding", "Energy audit", "Loyalty programme",
        "Data warehouse", "Brand refresh", "Checkout redesign", "Returns handling",
    ];

    public static readonly string[] Events =
    [
        "Quarterly review", "Summer party", "Product launch", "Design workshop", "Board meeting", "Jazz evening", "Open day", "Charity run", "Team breakfast",
            "Book fair", "Budget planning", "Wine tasting",
        "Safety training", "Alumni dinner",
    ];

    public static readonly string[] Games =
    [
        "Harbour Masters", "Starfall Arena", "Pixel Gardens", "Rally Nights", "Castle of Embers", "Word Weaver", "Tidebreakers", "Chess Club Open",
            "Sky Couriers", "Island Traders",
    ];

    public static readonly string[] Subjects =
    [
        "mathematics", "biology", "marketing", "renewable energy", "art history", "cyber security", "nutrition", "urban planning", "astronomy", "labour law",
    ];
}
