namespace AgentScaler.Tasks.Reading;

/// <summary>What a program does with a parameter in one column.</summary>
internal enum BindingRole
{
    /// <summary>It chooses the row by this column of its primary key.</summary>
    Key,

    /// <summary>Rows are kept whose column equals it.</summary>
    Filter,

    /// <summary>Rows are kept whose column contains it.</summary>
    Search,

    /// <summary>Rows are kept whose column is at least or at most it.</summary>
    Range,

    /// <summary>It is written into the column.</summary>
    Assigned,
}
