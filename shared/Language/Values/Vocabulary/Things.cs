namespace AgentScaler.Language.Values.Vocabulary;

/// <summary>Names of things.</summary>
public static class Things
{
    public static readonly string[] Dishes =
    [
        "Margherita pizza", "Mushroom risotto", "Grilled sea bass", "Caesar salad", "Lentil soup", "Lamb tagine", "Pad thai", "Beef bourguignon",
            "Vegetable curry", "Tiramisu", "Lemon tart", "Chocolate mousse",
        "Goat cheese tartlet", "Fish and chips", "Tomato bruschetta", "Pumpkin ravioli", "Chicken schnitzel", "Miso ramen", "Apple strudel", "Mint lemonade",
            "Espresso", "Sparkling water",
    ];

    public static readonly string[] Ingredients =
        ["gluten", "milk", "eggs", "peanuts", "soy", "fish", "celery", "mustard", "sesame", "shellfish", "almonds", "walnuts"];

    public static readonly string[] Medicines =
    [
        "Amoxicillin", "Ibuprofen", "Metformin", "Lisinopril", "Omeprazole", "Cetirizine", "Salbutamol", "Atorvastatin", "Paracetamol", "Levothyroxine",
            "Sertraline", "Prednisolone",
    ];

    public static readonly string[] Dosages =
    [
        "one tablet twice a day", "5 ml every eight hours", "500 mg three times a day", "one capsule each morning", "two puffs when needed", "10 mg at bedtime",
            "one sachet after meals", "20 mg once a day",
    ];

    public static readonly string[] Diagnoses = ["seasonal allergy", "hypertension", "migraine", "type 2 diabetes", "sprained ankle", "bronchitis",
        "iron deficiency", "eczema", "tonsillitis", "lower back pain"];

    public static readonly string[] Devices =
    [
        "Hallway lamp", "Kitchen thermostat", "Front door lock", "Bedroom blinds", "Living room speaker", "Garden sprinkler", "Garage door", "Desk lamp",
            "Bathroom heater", "Porch camera", "Coffee machine",
        "Nursery night light", "Study fan", "Balcony lights",
    ];

    public static readonly string[] Scenes =
        ["Good morning", "Movie night", "Away from home", "Dinner", "Reading", "Bedtime", "Party", "Work from home", "Holiday", "Rainy day"];

    public static readonly string[] Pets = ["Bella", "Max", "Luna", "Rocky", "Coco", "Milo", "Nala", "Oscar", "Daisy", "Simba", "Poppy", "Bruno"];

    public static readonly string[] Breeds =
        ["Labrador", "Beagle", "Siamese", "Border Collie", "Maine Coon", "Poodle", "Dachshund", "Persian", "Golden Retriever", "Bengal"];

    public static readonly string[] Plants =
        ["Monstera", "Lavender", "Basil", "Japanese maple", "Aloe vera", "Sunflower", "Olive tree", "Fern", "Rosemary", "Hydrangea"];

    public static readonly string[] Exercises =
        ["push-ups", "squats", "plank", "rowing", "deadlift", "lunges", "yoga flow", "interval run", "pull-ups", "swimming"];

    public static readonly string[] Materials = ["oak", "stainless steel", "cotton", "wool", "aluminium", "leather", "ceramic", "bamboo", "linen", "glass"];

    public static readonly string[] Servers =
        ["web-01", "web-02", "db-primary", "db-replica", "cache-01", "build-03", "mail-01", "worker-07", "gateway-02", "search-01", "backup-01", "edge-04"];

    public static readonly string[] Repositories = ["billing-api", "mobile-app", "design-system", "infra-scripts", "data-pipeline", "docs-site", "auth-service",
        "search-indexer", "web-client", "report-builder"];

    public static readonly string[] Branches =
        ["main", "develop", "release-2.4", "feature-login", "fix-timeout", "hotfix-cart", "feature-export", "docs-update"];

    public static readonly string[] CarModels =
    [
        "Corolla", "Golf", "Clio", "i30", "XC40", "Octavia", "Sportage", "CX-5", "Transit", "Panda", "Model 3", "Yaris", "Polo", "Kangoo",
    ];
}
