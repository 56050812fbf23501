using System.Net;
using System.Security.Cryptography;
using AgentScaler.Gateway.Files;
using AgentScaler.Standalone.Export;
using AgentScaler.Standalone.Pipeline;

namespace AgentScaler.Standalone.Remote;

/// <summary>
/// Downloads a run's workspace files. Existing files with the right hash are kept, and partial files are continued. Every file is checked by its hash
/// before it gets its name. Files that the run does not have are removed.
/// </summary>
internal sealed class WorkspacePull(GatewayClient gateway, string workspace)
{
    private const int AtOnce = 8;
    private const string Partial = ".part";

    /// <summary>Folders that contain only files of a run.</summary>
    private static readonly string[] Folders = ["environments", "datasets", "checkpoints"];

    /// <returns>The number of files, and how many of them were downloaded now.</returns>
    /// <exception cref="CommandException">The folder contains files of a store, or a file arrives with another hash.</exception>
    public async Task<(int Files, int Fetched)> ExecuteAsync(string run, CancellationToken cancellationToken)
    {
        if (File.Exists(WorkspaceFiles.StoreOf(workspace)))
        {
            throw CommandException.Usage($"workspace '{workspace}' holds a store of its own ({WorkspaceFiles.Store}); pull into another folder.");
        }

        var files = await gateway.FilesAsync(run, cancellationToken);
        var fetched = 0;
        await Parallel.ForEachAsync(files, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken }, async (file, stop) =>
        {
            if (await FetchAsync(run, file, stop))
            {
                Interlocked.Increment(ref fetched);
            }
        });
        RemoveOthers([.. files.Select(file => WorkspacePath.Of(workspace, file.Path))]);
        return (files.Count, fetched);
    }

    /// <returns>False if the file already exists.</returns>
    private async Task<bool> FetchAsync(string run, FileDigest file, CancellationToken cancellationToken)
    {
        var path = WorkspacePath.Of(workspace, file.Path);
        if (File.Exists(path) && new FileInfo(path).Length == file.Bytes && await HashAsync(path, cancellationToken) == file.Sha256)
        {
            return false;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        // The name contains the hash of the complete file, so that a part of another version is never continued.
        var partial = $"{path}.{file.Sha256[..12]}{Partial}";
        var expected = await DownloadAsync(run, file, partial, cancellationToken);
        if (await HashAsync(partial, cancellationToken) != expected)
        {
            File.Delete(partial);
            throw CommandException.Failed($"'{file.Path}' did not arrive as it was sent (its SHA-256 is not {expected}); run the command again.");
        }

        File.Move(partial, path, overwrite: true);
        return true;
    }

    /// <returns>The file's hash as the gateway reports it.</returns>
    private async Task<string> DownloadAsync(string run, FileDigest file, string partial, CancellationToken cancellationToken)
    {
        var have = File.Exists(partial) ? new FileInfo(partial).Length : 0;
        if (have >= file.Bytes && have > 0)
        {
            have = 0;
        }

        using var response = await gateway.OpenFileAsync(run, file, have, cancellationToken);
        var isRest = response.StatusCode == HttpStatusCode.PartialContent;
        await using (var output = new FileStream(partial, isRest ? FileMode.Append : FileMode.Create, FileAccess.Write, FileShare.None))
        {
            await response.Content.CopyToAsync(output, cancellationToken);
        }

        // The report of a running run may have changed in the meantime. The hash that was sent last counts.
        return response.Headers.ETag?.Tag.Trim('"') ?? file.Sha256;
    }

    private void RemoveOthers(HashSet<string> wanted)
    {
        foreach (var folder in Folders.Select(name => Path.Combine(workspace, name)).Where(Directory.Exists))
        {
            foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(file => !wanted.Contains(Path.GetFullPath(file))))
            {
                File.Delete(file);
            }
        }
    }

    private static async Task<string> HashAsync(string path, CancellationToken cancellationToken)
    {
        await using var content = File.OpenRead(path);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellationToken));
    }
}
