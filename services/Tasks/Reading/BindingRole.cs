namespace AgentScaler.Tasks.Reading;

/// <summary>The roles of a parameter in one column of a program.</summary>
internal enum BindingRole
{
    /// <summary>It chooses the row by this column of its primary key.</summary>
    Key,

    /// <summary>It keeps the rows whose column equals it.</summary>
    Filter,

    /// <summary>It keeps the rows whose column contains it.</summary>
    Search,

    /// <summary>It keeps the rows whose column is at least, or at most, its value.</summary>
    Range,

    /// <summary>It is written into the column.</summary>
    Assigned,
}
