namespace AgentScaler.Collection.Sources;

/// <summary>A folder or an unpacked archive. A document's external references resolve only inside it.</summary>
public interface ISourceContainer : IDisposable
{
    /// <summary>Paths of all members, with <c>/</c>, in ordinal order.</summary>
    IReadOnlyList<string> Paths { get; }

    /// <summary>The folders inside whose files cannot be listed, in ordinal order. An archive has none.</summary>
    IReadOnlyList<string> Closed => [];

    /// <summary>The files and folders inside that are not read on purpose, each with the reason, in ordinal order. An archive has none.</summary>
    IReadOnlyList<(string Path, string Why)> PassedOver => [];

    bool Contains(string path);

    /// <summary>Opens a member. The method is safe for several threads.</summary>
    /// <exception cref="DocumentException">The member cannot be read.</exception>
    Stream Open(string path);
}
