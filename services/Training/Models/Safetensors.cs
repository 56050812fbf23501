using System.Runtime.InteropServices;
using AgentScaler.Training.Native;
using static TorchSharp.torch;

namespace AgentScaler.Training.Models;

/// <summary>
/// Reads and writes the safetensors format. A new file is written beside the old one and moved into place, so a full disk or a kill leaves the old
/// one.
/// </summary>
public static class Safetensors
{
    /// <summary>Reads every tensor of a file as fp32 on the CPU, one at a time.</summary>
    /// <exception cref="CheckpointException">The file is not safetensors, or is cut short.</exception>
    public static void Read(string path, Action<string, Tensor> use)
    {
        TorchBackend.Require();
        using var stream = Open(path);
        var (entries, start) = SafetensorsHeader.Read(path, stream);
        foreach (var entry in entries)
        {
            using var scope = NewDisposeScope();
            var raw = empty(entry.Shape, dtype: TypeOf(entry.Type), device: CPU);
            stream.Position = start + entry.Begin;
            if (entry.End > entry.Begin)
            {
                stream.ReadExactly(raw.bytes);
            }
            use(entry.Name, raw.to(ScalarType.Float32));
        }
    }

    /// <summary>Returns the files with a checkpoint's weights: a single one, or those that an index names.</summary>
    /// <exception cref="CheckpointException">There is no such file.</exception>
    public static IReadOnlyList<string> FilesOf(string folder)
    {
        var single = Path.Combine(folder, "model.safetensors");
        if (File.Exists(single))
        {
            return [single];
        }
        var parts = Directory.Exists(folder) ? Directory.GetFiles(folder, "model-*-of-*.safetensors") : [];
        Array.Sort(parts, StringComparer.Ordinal);
        return parts.Length > 0
            ? parts
            : throw new CheckpointException($"{folder}: there is no model.safetensors; name the folder of a Hugging Face checkpoint.");
    }

    public static void Write(string path, IReadOnlyList<(string Name, Tensor Tensor)> tensors, IReadOnlyDictionary<string, string> metadata)
    {
        var entries = new List<SafetensorsEntry>();
        long offset = 0;
        foreach (var (name, tensor) in tensors)
        {
            var end = offset + tensor.numel() * 4;
            entries.Add(new SafetensorsEntry(name, "F32", tensor.shape, offset, end));
            offset = end;
        }

        DurableFile.Write(path, stream =>
        {
            stream.Write(SafetensorsHeader.Write(entries, metadata));
            foreach (var (_, tensor) in tensors)
            {
                // A garbage collection may free an unreferenced tensor while libtorch reads it, so a scope holds every step of the chain.
                using var scope = NewDisposeScope();
                var plain = tensor.detach().to(ScalarType.Float32).cpu().contiguous().clone();
                stream.Write(MemoryMarshal.AsBytes(plain.bytes));
            }
        });
    }

    private static FileStream Open(string path)
    {
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 20);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new CheckpointException($"{path}: {exception.Message}", exception);
        }
    }

    private static ScalarType TypeOf(string type) => type switch
    {
        "BF16" => ScalarType.BFloat16,
        "F16" => ScalarType.Float16,
        "F64" => ScalarType.Float64,
        "I64" => ScalarType.Int64,
        "I32" => ScalarType.Int32,
        _ => ScalarType.Float32,
    };
}
