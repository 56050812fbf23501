namespace AgentScaler.Proofs.AcrossTools;

/// <summary>What must hold of two tools that work on the same rows: after a call of the first, the second shows what it did.</summary>
internal enum LawForm
{
    /// <summary>A created row can be fetched, with the values of its creation.</summary>
    CreateThenGet,

    /// <summary>The list contains a created row.</summary>
    CreateThenList,

    /// <summary>A changed row is fetched with its new values.</summary>
    UpdateThenGet,

    /// <summary>The list shows a changed row with its new values. It leaves the row out if the row no longer matches.</summary>
    UpdateThenList,

    /// <summary>A deleted row is not found.</summary>
    DeleteThenGet,

    /// <summary>The list does not contain a deleted row.</summary>
    DeleteThenList,

    /// <summary>A row that belonged to a deleted row is not found.</summary>
    DeleteThenGetChild,

    /// <summary>A failed call changes nothing that the second tool shows.</summary>
    FailureThenRead,

    /// <summary>A read changes nothing that the second tool shows.</summary>
    ReadThenRead,
}
