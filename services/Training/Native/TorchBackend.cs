using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Microsoft.Win32.SafeHandles;
using TorchSharp;

namespace AgentScaler.Training.Native;

/// <summary>
/// Loads libtorch once in a process. TorchSharp 0.107.0's own library requires GLIBCXX_3.4.32 for one symbol that nothing in it uses, so Debian 12's libstdc++
/// (3.4.30) refuses it. Such a library, known by its hash, is loaded from an anonymous copy in memory with this requirement marked weak. Nothing is written to
/// disk.
/// </summary>
public static partial class TorchBackend
{
    /// <summary>The variable of a folder with libtorch, optionally with CUDA, that replaces the library that ships.</summary>
    public const string DirectoryVariable = "AGENTSCALER_LIBTORCH";

    private const string Bindings = "libLibTorchSharp.so";
    private const string UnusedVersion = "GLIBCXX_3.4.32";

    // Hash of TorchSharp 0.107.0's linux-x64 bindings, in which the version's one symbol has no relocation.
    private const string KnownBindings = "cf33b1b0bb6bbb9754a768fb5c5d04d9f498603be50e73f55621a0b40ee608b8";

    private static readonly Lazy<TorchState> Loaded = new(Load);

    public static TorchState State => Loaded.Value;

    /// <exception cref="TorchUnavailableException">libtorch cannot be loaded here.</exception>
    public static void Require()
    {
        if (!State.Available)
        {
            throw new TorchUnavailableException(State.Detail);
        }
    }

    private static TorchState Load()
    {
        try
        {
            var (how, library) = OperatingSystem.IsLinux() && RuntimeInformation.ProcessArchitecture == Architecture.X64
                ? LoadOnLinux()
                : ("libtorch of the operator", 0);
            ThreadNumbers.Settle(library);
            using var probe = torch.zeros(1);
            var mode = MklMode.Of(library);
            return new TorchState(true, $"{how}; {(torch.cuda.is_available() ? "CUDA" : "CPU")}; {Describe(mode)}", mode);
        }
        catch (Exception exception) when (exception is TorchUnavailableException or DllNotFoundException or TypeInitializationException
            or NotSupportedException or EntryPointNotFoundException or BadImageFormatException or IOException or UnauthorizedAccessException)
        {
            return new TorchState(false, $"The embedded training engine cannot be used: {(exception.InnerException ?? exception).Message} "
                + "Use a machine with linux-x64 and glibc, or train with --engine torchrun.", null);
        }
    }

    /// <summary>Finds a symbol in a library or in its dependencies.</summary>
    internal static bool TryFind(nint library, string name, string? otherName, out nint address)
    {
        address = 0;
        return library != 0 && (NativeLibrary.TryGetExport(library, name, out address)
            || (otherName is not null && NativeLibrary.TryGetExport(library, otherName, out address)));
    }

    private static string Describe(string? mode) => mode switch
    {
        null => "MKL does not say whether its results can be repeated",
        MklMode.Off => $"{MklMode.Variable} is off, so that a training repeated may give other weights; unset it, or set it to {MklMode.Reproducible}",
        _ => $"{MklMode.Variable} is {mode}, so that a training repeated gives the same weights",
    };

    private static (string How, nint Library) LoadOnLinux()
    {
        // OpenMP's threads spin at barriers by default; on a shared machine that tripled the processor time of a step. OpenMP and MKL
        // read the C environment, which .NET's own setter does not reach, and read it once.
        _ = SetEnvironment("OMP_WAIT_POLICY", "passive", overwrite: 0);
        _ = SetEnvironment(MklMode.Variable, MklMode.Reproducible, overwrite: 0);
        NativeHeap.KeepFreed();
        var folders = SearchFolders().ToList();
        NativeLibrary.Load(Find(folders, "libc10.so"));
        var library = NativeLibrary.Load(Find(folders, "libtorch_cpu.so"));
        NativeLibrary.Load(Find(folders, "libtorch.so"));
        var bindings = Find(folders, Bindings);
        try
        {
            NativeLibrary.Load(bindings);
            return ("libtorch as shipped", library);
        }
        catch (DllNotFoundException exception) when (exception.Message.Contains(UnusedVersion, StringComparison.Ordinal))
        {
            LoadWeakened(bindings);
            return ($"libtorch with the unused need for {UnusedVersion} marked weak", library);
        }
    }

    private static void LoadWeakened(string path)
    {
        var image = File.ReadAllBytes(path);
        var hash = Convert.ToHexStringLower(SHA256.HashData(image));
        if (hash != KnownBindings)
        {
            throw new TorchUnavailableException(
                $"{path} (sha256 {hash}) needs {UnusedVersion}, which this machine's libstdc++ lacks, and is not the build known to do without it. "
                + "Install libstdc++ 13.2 or newer (Debian 13, Ubuntu 24.04), or TorchSharp 0.107.0.");
        }

        if (!ElfVersionNeeds.Weaken(image, UnusedVersion))
        {
            throw new TorchUnavailableException($"{path} names no version {UnusedVersion}.");
        }
        var descriptor = CreateMemoryFile(Bindings, 0);
        if (descriptor < 0)
        {
            throw new TorchUnavailableException($"No anonymous file could be created for {Bindings} (errno {Marshal.GetLastPInvokeError()}).");
        }
        // The descriptor stays open during the process. The loader maps it, and later look-ups find the library by its name.
        using var file = new FileStream(new SafeFileHandle(descriptor, ownsHandle: false), FileAccess.Write);
        file.Write(image);
        file.Flush();
        NativeLibrary.Load($"/proc/self/fd/{descriptor}");
    }

    private static IEnumerable<string> SearchFolders()
    {
        if (Environment.GetEnvironmentVariable(DirectoryVariable) is { Length: > 0 } chosen)
        {
            yield return chosen;
        }
        yield return AppContext.BaseDirectory;
        yield return Path.Combine(AppContext.BaseDirectory, "runtimes", "linux-x64", "native");
        if (AppContext.GetData("NATIVE_DLL_SEARCH_DIRECTORIES") is not string folders)
        {
            yield break;
        }
        foreach (var folder in folders.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries))
        {
            yield return folder;
        }
    }

    private static string Find(List<string> folders, string library) =>
        folders.Select(f => Path.Combine(f, library)).FirstOrDefault(File.Exists)
        ?? throw new TorchUnavailableException(
            $"{library} was not found beside the program; publish for linux-x64, or name its folder in {DirectoryVariable}.");

    [LibraryImport("libc", EntryPoint = "setenv", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int SetEnvironment(string name, string value, int overwrite);

    [LibraryImport("libc", EntryPoint = "memfd_create", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int CreateMemoryFile(string name, uint flags);
}
