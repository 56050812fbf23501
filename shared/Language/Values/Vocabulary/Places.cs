namespace AgentScaler.Language.Values.Vocabulary;

/// <summary>Names of places, organisations and the parts that people play in them.</summary>
public static class Places
{
    public static readonly string[] Departments =
    [
        "Human Resources", "Finance", "Customer Support", "Engineering", "Marketing", "Legal", "Procurement", "Research", "Sales", "Logistics",
            "Quality Assurance", "Facilities", "Product Design", "IT Operations",
    ];

    public static readonly string[] Teams =
    [
        "Platform", "Growth", "Payments", "Night shift", "Field service", "First line", "Editorial", "Mobile", "Data", "Onboarding", "Retention", "Security",
    ];

    public static readonly string[] JobTitles =
    [
        "Software Engineer", "Accountant", "Sales Manager", "Nurse", "Product Designer", "Data Analyst", "Office Manager", "Recruiter", "Warehouse Supervisor",
            "Legal Counsel", "Marketing Specialist", "Support Agent",
        "Mechanical Engineer", "Project Manager", "Payroll Clerk", "Research Assistant",
    ];

    public static readonly string[] Roles = ["admin", "editor", "viewer", "owner", "member", "manager", "guest", "auditor"];

    public static readonly string[] Specialties = ["cardiology", "dermatology", "paediatrics", "orthopaedics", "neurology", "general practice", "ophthalmology",
        "psychiatry", "radiology", "gynaecology"];

    public static readonly string[] Hotels =
    [
        "Hotel Miramar", "The Old Customs House", "Grand Central Hotel", "Alpenblick Inn", "Riverside Lodge", "Hotel Bellevue", "The Linden", "Casa do Largo",
            "Seaview Resort", "Park Plaza", "The Copper Kettle Inn", "Hotel Aurora",
    ];

    public static readonly string[] Restaurants =
    [
        "The Copper Pot", "Trattoria Lucia", "Green Papaya", "Le Petit Zinc", "Saffron Table", "Harbour Grill", "Kimchi Corner", "The Olive Press",
            "Blue Door Bistro", "Casa Paloma", "Nordlys", "The Noodle Bar",
    ];

    public static readonly string[] Airlines =
        ["Aurora Air", "Blue Meridian", "Condor Pacific", "Nordwind", "TransAlpine", "Sahara Wings", "Pacific Crest", "Air Lusitania"];

    public static readonly string[] Carriers =
    [
        "Atlas Freight", "Baltic Lines", "Swift Parcel", "Oceanic Cargo", "Trans-Alpine Haulage", "Redwood Logistics", "Gulf Stream Shipping",
            "Polar Express Freight", "Metro Couriers", "Iberia Road Cargo", "Sunda Air Cargo",
        "Northern Rail Freight",
    ];

    public static readonly string[] Landmarks =
    [
        "Old Town Museum", "Botanical Garden", "Harbour Lighthouse", "Central Market Hall", "Riverside Park", "Observatory Hill", "City Art Gallery",
            "St. Mary's Cathedral", "Maritime Museum", "Castle Ruins", "Opera House",
        "Science Centre",
    ];

    public static readonly string[] Stations =
    [
        "Central Station", "Airport Terminal 2", "Harbour Front", "North Gate", "University", "Old Mill", "Exhibition Centre", "West Park", "City Hall",
            "South Junction", "Riverside", "Market Square",
    ];

    public static readonly string[] Shops =
    [
        "Downtown store", "Riverside warehouse", "Airport shop", "North depot", "Old Town branch", "Harbour warehouse", "Main Street store", "Outlet centre",
            "University branch", "West End shop",
    ];

    public static readonly string[] Rooms =
    [
        "Living room", "Kitchen", "Bedroom", "Hallway", "Bathroom", "Garage", "Study", "Garden", "Nursery", "Balcony", "Cellar", "Dining room",
    ];

    public static readonly string[] Schools =
    [
        "Lakeside High School", "University of Porto", "Hilltop Primary School", "Technical College North", "Conservatory of Music", "St. Anne's School",
            "City Evening College", "Institute of Design",
    ];

    public static readonly string[] Banks = ["First Harbour Bank", "Alpine Savings", "Union Mutual", "Crescent Bank", "Meridian Trust", "Coastal Credit Union"];
}
