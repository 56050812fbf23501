namespace AgentScaler.Proofs.AcrossTools;

/// <summary>What must hold of two tools that work on the same rows: after a call of the first, the second shows what it did.</summary>
internal enum LawForm
{
    /// <summary>What was created can be fetched, as it was created.</summary>
    CreateThenGet,

    /// <summary>The list contains what was created.</summary>
    CreateThenList,

    /// <summary>What was changed is fetched as changed.</summary>
    UpdateThenGet,

    /// <summary>The list shows what was changed, or no longer holds it where it asks for something else.</summary>
    UpdateThenList,

    /// <summary>What was deleted is not found.</summary>
    DeleteThenGet,

    /// <summary>The list does not contain what was deleted.</summary>
    DeleteThenList,

    /// <summary>What belonged to the deleted is not found.</summary>
    DeleteThenGetChild,

    /// <summary>A failed call changes nothing that the second tool shows.</summary>
    FailureThenRead,

    /// <summary>A read changes nothing that the second tool shows.</summary>
    ReadThenRead,
}
