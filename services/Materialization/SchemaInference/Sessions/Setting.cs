namespace AgentScaler.Materialization.SchemaInference;

/// <summary>What a tool writes into the only row of a table: a setting, or who is signed in.</summary>
/// <param name="Resource">The resource of the table.</param>
internal sealed record Setting(string Resource, IReadOnlyList<SettingChange> Changes)
{
    /// <summary>The row that must exist before: the account whose name and password the call gives.</summary>
    public (string Resource, IReadOnlyList<(string Column, ToolParameter Parameter)> Columns)? Account { get; init; }

    /// <summary>Whether the tool signs somebody in.</summary>
    public bool SignsIn { get; init; }
}
