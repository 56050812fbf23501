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
        ("Amsterdam", "Netherlands", "NL", "North Holland", 52.3676, 4.9041, "Europe/Amsterdam", "AMS"),
        ("Rome", "Italy", "IT", "Lazio", 41.9028, 12.4964, "Europe/Rome", "FCO"),
        ("Vienna", "Austria", "AT", "Vienna", 48.2082, 16.3738, "Europe/Vienna", "VIE"),
        ("Zurich", "Switzerland", "CH", "Zurich", 47.3769, 8.5417, "Europe/Zurich", "ZRH"),
        ("Copenhagen", "Denmark", "DK", "Hovedstaden", 55.6761, 12.5683, "Europe/Copenhagen", "CPH"),
        ("Stockholm", "Sweden", "SE", "Stockholm", 59.3293, 18.0686, "Europe/Stockholm", "ARN"),
        ("Helsinki", "Finland", "FI", "Uusimaa", 60.1699, 24.9384, "Europe/Helsinki", "HEL"),
        ("Warsaw", "Poland", "PL", "Masovia", 52.2297, 21.0122, "Europe/Warsaw", "WAW"),
        ("Prague", "Czechia", "CZ", "Prague", 50.0755, 14.4378, "Europe/Prague", "PRG"),
        ("Athens", "Greece", "GR", "Attica", 37.9838, 23.7275, "Europe/Athens", "ATH"),
        ("Dublin", "Ireland", "IE", "Leinster", 53.3498, -6.2603, "Europe/Dublin", "DUB"),
        ("Singapore", "Singapore", "SG", "Central", 1.3521, 103.8198, "Asia/Singapore", "SIN"),
        ("Bangkok", "Thailand", "TH", "Bangkok", 13.7563, 100.5018, "Asia/Bangkok", "BKK"),
        ("Auckland", "New Zealand", "NZ", "Auckland", -36.8485, 174.7633, "Pacific/Auckland", "AKL"),
        ("Santiago", "Chile", "CL", "Santiago", -33.4489, -70.6693, "America/Santiago", "SCL"),
        ("Lima", "Peru", "PE", "Lima", -12.0464, -77.0428, "America/Lima", "LIM"),
        ("Bogota", "Colombia", "CO", "Bogota", 4.711, -74.0721, "America/Bogota", "BOG"),
        ("Accra", "Ghana", "GH", "Greater Accra", 5.6037, -0.187, "Africa/Accra", "ACC"),
        ("Cairo", "Egypt", "EG", "Cairo", 30.0444, 31.2357, "Africa/Cairo", "CAI"),
        ("Seattle", "United States", "US", "Washington", 47.6062, -122.3321, "America/Los_Angeles", "SEA"),
        ("Boston", "United States", "US", "Massachusetts", 42.3601, -71.0589, "America/New_York", "BOS"),
        ("Vancouver", "Canada", "CA", "British Columbia", 49.2827, -123.1207, "America/Vancouver", "YVR"),
        ("Porto", "Portugal", "PT", "Porto", 41.1579, -8.6291, "Europe/Lisbon", "OPO"),
        ("Hamburg", "Germany", "DE", "Hamburg", 53.5511, 9.9937, "Europe/Berlin", "HAM"),
    ];

    public static readonly string[] Companies =
    [
        "Northwind Labs", "Harbor Foods", "Silverline Logistics", "Brightwater Health", "Cedar & Stone", "Juniper Analytics", "Atlas Freight", "Redwood Media",
        "Blue Heron Energy", "Copperleaf Systems", "Meridian Travel", "Quartz Robotics", "Lakeside Clinic", "Summit Outfitters", "Ember Studios",
        "Orchard Finance", "Kestrel Insurance", "Pinecrest Builders", "Solveig Textiles", "Tideway Ferries", "Granite Peak Tools", "Marlowe Legal",
        "Bluebird Bakery", "Foxglove Pharma", "Ironbridge Steel", "Vantage Optics", "Larkspur Design", "Delta Printworks", "Willowbrook Farms",
        "Helios Solar", "Quayside Chandlers", "Arbor Education", "Fjord Data", "Castell Wines", "Nimbus Hosting", "Terracotta Homes", "Mistral Sailing",
        "Oakfield Dairy", "Polaris Mapping", "Stonegate Security",
    ];

    public static readonly string[] Products =
    [
        "Wireless Mouse", "Desk Lamp", "Travel Mug", "Running Shoes", "Water Bottle", "Notebook Set", "Bluetooth Speaker", "Yoga Mat", "Office Chair",
        "Phone Case", "Coffee Grinder", "Rain Jacket", "Backpack", "Mechanical Keyboard", "Noise Cancelling Headphones", "Cast Iron Pan", "Camping Tent",
        "Smart Watch", "Wool Scarf", "Power Bank", "Electric Kettle", "Garden Hose", "Bicycle Helmet", "Leather Wallet", "Wall Clock", "Picnic Blanket",
        "Hand Drill", "Espresso Cups", "Reading Glasses", "Bath Towel", "Board Game", "Alarm Clock", "Cutting Board", "Sleeping Bag", "Desk Organizer",
        "Rice Cooker", "Umbrella", "Sunglasses", "Ceramic Vase", "Air Purifier", "Toolbox", "Baby Monitor", "Guitar Strings", "Hiking Boots",
    ];

    public static readonly string[] Titles =
    [
        "Quarterly planning review", "Login page fails on mobile", "Update the onboarding guide", "Invoice shows wrong total", "Weekly team sync",
        "Data export times out", "New supplier agreement", "Printer on floor two offline", "Customer feedback round-up", "Password reset not delivered",
        "Prepare release notes", "Holiday schedule draft", "Search results out of order", "Budget approval for training", "Refund request follow-up",
        "Server maintenance window", "Broken link in newsletter", "Warehouse inventory check", "Contract renewal reminder", "Dark mode request",
    ];

    public static readonly string[] Streets =
    [
        "Maple Street", "Station Road", "Harbor Lane", "Park Avenue", "Mill Road", "Cedar Drive", "High Street", "River Walk", "Elm Court", "Church Lane",
    ];

    public static readonly string[] Currencies = ["USD", "EUR", "GBP", "JPY", "CAD", "AUD"];

    public static readonly string[] Tickers = ["AAPL", "MSFT", "NVDA", "TSLA", "AMZN", "GOOG", "META", "NFLX"];
}
