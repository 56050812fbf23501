namespace AgentScaler.Language;

/// <summary>What changes hands when a verb is performed. The columns that hold it are found by their roles.</summary>
public enum MovedThing
{
    /// <summary>Some of what is left of the thing that is taken: seats, rooms, copies.</summary>
    Units,

    /// <summary>Some of what the thing itself has in stock.</summary>
    Stock,

    /// <summary>Money of an account, a wallet or an owner.</summary>
    Money,

    /// <summary>Points that an owner has gathered.</summary>
    Points,
}
