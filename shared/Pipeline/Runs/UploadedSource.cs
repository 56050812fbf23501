using System.Diagnostics.CodeAnalysis;

namespace AgentScaler.Pipeline.Runs;

/// <summary>An uploaded source in the form that it has in a run's document: <c>upload:SHA256/NAME</c> or <c>folder:SHA256/NAME</c>.</summary>
/// <param name="Sha256">Hash of the artifact.</param>
/// <param name="Name">The file name under which its documents are reported.</param>
/// <param name="IsFolder">Whether the artifact is an archive that stands for a folder.</param>
public sealed record UploadedSource(string Sha256, string Name, bool IsFolder)
{
    private const string File = "upload:";
    private const string Folder = "folder:";

    /// <summary>Reads the form of a run's document.</summary>
    /// <returns>False if the source is a path.</returns>
    public static bool TryParse(string source, [NotNullWhen(true)] out UploadedSource? uploaded)
    {
        uploaded = null;
        var isFolder = source.StartsWith(Folder, StringComparison.Ordinal);
        if (!isFolder && !source.StartsWith(File, StringComparison.Ordinal))
        {
            return false;
        }

        var rest = source[(isFolder ? Folder.Length : File.Length)..];
        var slash = rest.IndexOf('/', StringComparison.Ordinal);
        if (slash != 64 || !IsName(rest[(slash + 1)..]))
        {
            return false;
        }

        uploaded = new UploadedSource(rest[..slash], rest[(slash + 1)..], isFolder);
        return true;
    }

    /// <summary>Whether a text is a plain file name, without any path.</summary>
    public static bool IsName(string name) =>
        name.Length is > 0 and <= 200 && name is not ("." or "..") && !name.Any(c => c is '/' or '\\' || char.IsControl(c));

    public override string ToString() => $"{(IsFolder ? Folder : File)}{Sha256}/{Name}";
}
