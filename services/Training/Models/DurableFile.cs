namespace AgentScaler.Training.Models;

/// <summary>Writes a file so that at any moment either the old or the complete new one exists.</summary>
internal static class DurableFile
{
    public static void Write(string path, Action<FileStream> write)
    {
        var beside = path + ".partial";
        try
        {
            using (var stream = new FileStream(beside, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 20))
            {
                write(stream);
                stream.Flush(flushToDisk: true);
            }

            File.Move(beside, path, overwrite: true);
        }
        catch (IOException exception)
        {
            File.Delete(beside);
            throw new CheckpointException($"{path} could not be written: {exception.Message} The checkpoint before it is untouched.", exception);
        }
    }

    public static void WriteText(string path, string text) => Write(path, stream => stream.Write(System.Text.Encoding.UTF8.GetBytes(text)));
}
