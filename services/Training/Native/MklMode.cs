namespace AgentScaler.Training.Native;

/// <summary>
/// MKL's mode of conditional numerical reproducibility. By default the order of MKL's sums depends on the alignment of the operands in memory, so two
/// trainings of one input give different weights. MKL reads its variable from the C environment once, at its first use.
/// </summary>
internal static unsafe class MklMode
{
    public const string Variable = "MKL_CBWR";

    /// <summary>
    /// Selects the processor's own kernels, with sums that do not depend on alignment. On processors of Intel, matrix products do not depend on the
    /// number of threads either. On other processors MKL only accepts AUTO and COMPATIBLE as a branch, so no branch is named.
    /// </summary>
    public const string Reproducible = "AUTO,STRICT";

    public const string Off = "OFF";

    // From mkl_types.h.
    private const int AllSettings = -1;
    private const int StrictFlag = 0x10000;

    private static readonly Dictionary<int, string> Branches = new()
    {
        [0] = Off,
        [1] = Off,
        [2] = "AUTO",
        [3] = "COMPATIBLE",
        [4] = "SSE2",
        [5] = "SSE3",
        [6] = "SSSE3",
        [7] = "SSE4_1",
        [8] = "SSE4_2",
        [9] = "AVX",
        [10] = "AVX2",
        [11] = "AVX512_MIC",
        [12] = "AVX512",
        [13] = "AVX512_MIC_E1",
        [14] = "AVX512_E1",
    };

    /// <summary>Returns the mode in effect that the library reports; null if it has no MKL, or one that does not report it.</summary>
    public static string? Of(nint library) =>
        TorchBackend.TryFind(library, "mkl_serv_cbwr_get", "MKL_CBWR_Get", out var get) ? NameOf(((delegate* unmanaged<int, int>)get)(AllSettings)) : null;

    internal static string? NameOf(int setting)
    {
        if (setting < 0)
        {
            return null;
        }
        var branch = setting & (StrictFlag - 1);
        var name = Branches.GetValueOrDefault(branch) ?? branch.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return name != Off && (setting & StrictFlag) != 0 ? name + ",STRICT" : name;
    }
}
