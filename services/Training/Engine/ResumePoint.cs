using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using AgentScaler.Tools;
using AgentScaler.Training.Models;
using static TorchSharp.torch;

namespace AgentScaler.Training.Engine;

/// <summary>
/// Resume points of a training: parameters, both moments of the optimizer, and the state, in a folder that is renamed into place when it is complete.
/// The newest complete one counts, and a broken one is skipped.
/// </summary>
internal static class ResumePoint
{
    private const string TensorsName = "optimizer.safetensors";
    private const string HashName = "sha256";
    private const int Kept = 2;

    public static void Save(string folder, TrainerState state, ParameterSet parameters, IOptimizer optimizer)
    {
        var target = Path.Combine(folder, NameOf(state.GlobalStep));
        var beside = target + ".partial";
        if (Directory.Exists(beside))
        {
            Directory.Delete(beside, recursive: true);
        }
        Directory.CreateDirectory(beside);
        Safetensors.Write(
            Path.Combine(beside, TensorsName), [("values", parameters.Values), ("first", optimizer.First), ("second", optimizer.Second)],
                new Dictionary<string, string>());
        DurableFile.WriteText(Path.Combine(beside, TrainerState.FileName), JsonSerializer.Serialize(state, ContractJson.Indented) + "\n");
        DurableFile.WriteText(Path.Combine(beside, HashName), HashOf(beside));
        if (Directory.Exists(target))
        {
            Directory.Delete(target, recursive: true);
        }
        Directory.Move(beside, target);
        foreach (var old in Folders(folder).Skip(Kept))
        {
            Directory.Delete(old, recursive: true);
        }
    }

    /// <summary>
    /// Restores the newest complete resume point of the same training; null if there is none. Those of other trainings are deleted, because they
    /// would count as newer than the next one.
    /// </summary>
    public static TrainerState? Restore(string folder, string fingerprint, ParameterSet parameters, IOptimizer optimizer)
    {
        foreach (var candidate in Folders(folder))
        {
            if (ReadState(candidate) is not { } state)
            {
                continue;
            }
            if (state.Fingerprint != fingerprint)
            {
                Directory.Delete(candidate, recursive: true);
                continue;
            }

            using var guard = no_grad();
            Safetensors.Read(Path.Combine(candidate, TensorsName), (name, tensor) => (name switch
            {
                "values" => parameters.Values,
                "first" => optimizer.First,
                _ => optimizer.Second,
            }).copy_(tensor));
            return state;
        }

        return null;
    }

    /// <summary>Reads the state of a complete resume point; null if a file is missing or has changed.</summary>
    private static TrainerState? ReadState(string folder)
    {
        var hash = Path.Combine(folder, HashName);
        if (!File.Exists(hash) || !File.Exists(Path.Combine(folder, TensorsName)) || !File.Exists(Path.Combine(folder, TrainerState.FileName))
            || File.ReadAllText(hash) != HashOf(folder))
        {
            return null;
        }
        return JsonSerializer.Deserialize<TrainerState>(File.ReadAllText(Path.Combine(folder, TrainerState.FileName)), ContractJson.Options);
    }

    private static string HashOf(string folder)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var name in new[] { TensorsName, TrainerState.FileName })
        {
            using var stream = File.OpenRead(Path.Combine(folder, name));
            hash.AppendData(SHA256.HashData(stream));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>The folders of resume points, the newest first.</summary>
    private static IEnumerable<string> Folders(string folder) => !Directory.Exists(folder)
        ? []
        : Directory.GetDirectories(folder, "step-*").Where(f => !f.EndsWith(".partial", StringComparison.Ordinal)).OrderDescending(StringComparer.Ordinal);

    private static string NameOf(int step) => "step-" + step.ToString("00000000", CultureInfo.InvariantCulture);
}
