namespace AgentScaler.Language.Values;

/// <summary>Short lists of everyday values from which plausible rows are drawn.</summary>
public static class PlausibleLists
{
    public static readonly string[] FirstNames =
    [
        "Amara", "Ben", "Chloe", "Daniel", "Elena", "Farid", "Grace", "Hiro", "Ines", "Jonas", "Kavya", "Liam", "Mina", "Noah", "Olivia", "Pavel",
        "Quinn", "Rosa", "Samir", "Tessa", "Umar", "Vera", "Wei", "Ximena", "Yusuf", "Zoe", "Anton", "Bianca", "Carlos", "Dilara", "Emil", "Fatima",
        "Gabriel", "Hannah", "Ivan", "Julia", "Kenji", "Leila", "Marco", "Nadia",
    ];

    public static readonly string[] LastNames =
    [
        "Okafor", "Fischer", "Martin", "Reyes", "Novak", "Rahman", "Hughes", "Tanaka", "Costa", "Lindberg", "Iyer", "Walsh", "Park", "Bauer", "Bennett",
        "Sokolov", "Murphy", "Alvarez", "Haddad", "Jansen", "Siddiqui", "Petrova", "Zhang", "Morales", "Demir", "Clark", "Weber", "Rossi", "Mendes", "Kaya",
        "Larsen", "Nasser", "Dubois", "Schmidt", "Kowalski", "Moreau", "Sato", "Karimi", "Ricci", "Osman",
    ];

    public static readonly (string City, string Country, string Code, string Region, double Latitude, double Longitude, string Zone, string Airport)[] Cities =
    [
        ("Lisbon", "Portugal", "PT", "Lisboa", 38.7223, -9.1393, "Europe/Lisbon", "LIS"),
        ("Berlin", "Germany", "DE", "Berlin", 52.52, 13.405, "Europe/Berlin", "BER"),
        ("Toronto", "Canada", "CA", "Ontario", 43.6532, -79.3832, "America/Toronto", "YYZ"),
        ("Nairobi", "Kenya", "KE", "Nairobi", -1.2921, 36.8219, "Africa/Nairobi", "NBO"),
        ("Osaka", "Japan", "JP", "Osaka", 34.6937, 135.5023, "Asia/Tokyo", "KIX"),
        ("Denver", "United States", "US", "Colorado", 39.7392, -104.9903, "America/Denver", "DEN"),
        ("Lyon", "France", "FR", "Rhone", 45.764, 4.8357, "Europe/Paris", "LYS"),
        ("Sydney", "Australia", "AU", "New South Wales", -33.8688, 151.2093, "Australia/Sydney", "SYD"),
        ("Mumbai", "India", "IN", "Maharashtra", 19.076, 72.8777, "Asia/Kolkata", "BOM"),
        ("Madrid", "Spain", "ES", "Madrid", 40.4168, -3.7038, "Europe/Madrid", "MAD"),
        ("Chicago", "United States", "US", "Illinois", 41.8781, -87.6298, "America/Chicago", "ORD"),
        ("Oslo", "Norway", "NO", "Oslo", 59.9139, 10.7522, "Europe/Oslo", "OSL"),
        ("Seoul", "South Korea", "KR", "Seoul", 37.5665, 126.978, "Asia/Seoul", "ICN"),
        ("Austin", "United States", "US", "Texas", 30.2672, -97.7431, "America/Chicago", "AUS"),
        ("Cape Town", "South Africa", "ZA", "Western Cape", -33.9249, 18.4241, "Africa/Johannesburg", "CPT"),
        ("London", "United Kingdom", "GB", "England", 51.5072, -0.1276, "Europe/London", "LHR"),
    ];

    public static readonly string[] Companies =
    [
        "Northwind Labs", "Harbor Foods", "Silverline Logistics", "Brightwater Health", "Cedar & Stone", "Juniper Analytics", "Atlas Freight", "Redwood Media",
        "Blue Heron Energy", "Copperleaf Systems", "Meridian Travel", "Quartz Robotics", "Lakeside Clinic", "Summit Outfitters", "Ember Studios", "Orchard Finance",
    ];

    public static readonly string[] Adjectives =
    [
        "Amber", "Brisk", "Calm", "Deep", "Early", "Fresh", "Golden", "Hidden", "Ivory", "Jade", "Keen", "Lunar", "Mellow", "Noble", "Opal", "Prime",
        "Quiet", "Rapid", "Silver", "Tidal", "Urban", "Vivid", "Warm", "Young",
    ];

    public static readonly string[] Nouns =
    [
        "Harbor", "Meadow", "Falcon", "Lantern", "Summit", "River", "Cedar", "Beacon", "Orchid", "Canyon", "Willow", "Comet", "Anchor", "Prairie", "Garnet",
        "Maple", "Island", "Compass", "Horizon", "Pebble",
    ];

    public static readonly string[] Products =
    [
        "Wireless Mouse", "Desk Lamp", "Travel Mug", "Running Shoes", "Water Bottle", "Notebook Set", "Bluetooth Speaker", "Yoga Mat", "Office Chair", "Phone Case",
        "Coffee Grinder", "Rain Jacket", "Backpack", "Mechanical Keyboard", "Noise Cancelling Headphones", "Cast Iron Pan", "Camping Tent", "Smart Watch", "Wool Scarf", "Power Bank",
    ];

    public static readonly string[] Titles =
    [
        "Quarterly planning review", "Login page fails on mobile", "Update the onboarding guide", "Invoice shows wrong total", "Weekly team sync", "Data export times out",
        "New supplier agreement", "Printer on floor two offline", "Customer feedback round-up", "Password reset not delivered", "Prepare release notes", "Holiday schedule draft",
        "Search results out of order", "Budget approval for training", "Refund request follow-up", "Server maintenance window", "Broken link in newsletter", "Warehouse inventory check",
        "Contract renewal reminder", "Dark mode request",
    ];

    public static readonly string[] Sentences =
    [
        "The customer asked for an update before the end of the week.", "Everything was checked twice and is ready to go.", "Please review the attached notes and reply.",
        "This was reported by two people on the same day.", "The team agreed to try the new approach first.", "Delivery is expected within five working days.",
        "A short summary of the main points is given below.", "No further action is needed at the moment.", "The change takes effect at the start of next month.",
        "Several options were compared before this one was chosen.", "Keep this for reference when the next request comes in.", "The issue appears only on older devices.",
    ];

    public static readonly string[] Categories = ["general", "electronics", "home", "outdoor", "health", "finance", "travel", "food", "education", "sports"];

    public static readonly string[] Tags = ["urgent", "new", "featured", "internal", "seasonal", "premium", "beta", "archive", "review", "popular"];

    public static readonly string[] Streets = ["Maple Street", "Station Road", "Harbor Lane", "Park Avenue", "Mill Road", "Cedar Drive", "High Street", "River Walk", "Elm Court", "Church Lane"];

    public static readonly string[] Languages = ["en", "de", "fr", "es", "pt", "ja", "it", "nl"];

    public static readonly string[] Currencies = ["USD", "EUR", "GBP", "JPY", "CAD", "AUD"];

    public static readonly string[] Colors = ["red", "blue", "green", "black", "white", "orange", "purple", "gray"];

    public static readonly string[] Statuses = ["active", "pending", "closed"];

    public static readonly string[] Tickers = ["AAPL", "MSFT", "NVDA", "TSLA", "AMZN", "GOOG", "META", "NFLX"];

    public static readonly string[] FileNames = ["report.pdf", "notes.txt", "summary.docx", "budget.xlsx", "photo.png", "archive.zip", "readme.md", "data.csv"];
}
