namespace AgentScaler.Collection.Sources;

/// <summary>A folder or an unpacked archive: the only world in which a document's external references resolve.</summary>
public interface ISourceContainer : IDisposable
{
    /// <summary>Paths of all members, with <c>/</c>, in ordinal order.</summary>
    IReadOnlyList<string> Paths { get; }

    bool Contains(string path);

    /// <summary>Opens a member; safe to call from several threads.</summary>
    /// <exception cref="DocumentException">The member cannot be read.</exception>
    Stream Open(string path);
}
