namespace AgentScaler.Language.Values.Vocabulary;

/// <summary>Words by which people tell things of one kind apart: what for, for whom, where.</summary>
public static class Purposes
{
    public static readonly string[] Words =
    [
        "billing", "orders", "reporting", "onboarding", "archive", "nightly", "backup", "support", "mobile", "partner", "regional", "internal", "checkout",
        "inventory", "analytics", "payments", "marketing", "search", "audit", "training", "staging", "default", "shared", "primary", "secondary",
        "customer", "supplier", "finance", "warehouse", "website", "newsletter", "migration", "compliance", "helpdesk", "fleet", "research", "field",
        "quarterly", "weekly", "returns", "shipping", "sales", "hiring", "travel", "pilot", "catalog", "renewal", "loyalty", "export", "import", "central",
        "eastern", "western", "northern", "southern",
    ];

    public static readonly string[] Environments = ["production", "staging", "development", "test", "sandbox", "demo"];

    public static readonly string[] Teams =
    [
        "platform", "data", "finance", "support", "mobile", "security", "growth", "operations", "design", "research", "sales", "logistics", "compliance",
        "web", "hiring", "legal",
    ];
}
