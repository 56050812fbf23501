namespace AgentScaler.Training.Native;

/// <summary>
/// MKL's mode of conditional numerical reproducibility. Unless it is told otherwise, MKL sums in another order where operands lie otherwise in
/// memory, so that two trainings of one input give other weights. It reads its variable from the C environment, once, when it is first used.
/// </summary>
internal static unsafe class MklMode
{
    public const string Variable = "MKL_CBWR";

    /// <summary>
    /// The processor's own kernels, whose sums depend on where operands lie no more; and on processors of Intel, in matrix products, on the number of
    /// threads neither. On others MKL takes AUTO and COMPATIBLE alone for a branch, so that no branch is named.
    /// </summary>
    public const string Reproducible = "AUTO,STRICT";

    public const string Off = "OFF";

    // Of mkl_types.h.
    private const int AllSettings = -1;
    private const int StrictFlag = 0x10000;

    private static readonly Dictionary<int, string> Branches = new()
    {
        [0] = Off, [1] = Off, [2] = "AUTO", [3] = "COMPATIBLE", [4] = "SSE2", [5] = "SSE3", [6] = "SSSE3", [7] = "SSE4_1", [8] = "SSE4_2",
        [9] = "AVX", [10] = "AVX2", [11] = "AVX512_MIC", [12] = "AVX512", [13] = "AVX512_MIC_E1", [14] = "AVX512_E1",
    };

    /// <summary>The mode that took, as the library says it; null where it has no MKL, or none that says so.</summary>
    public static string? Of(nint library) =>
        TorchBackend.TryFind(library, "mkl_serv_cbwr_get", "MKL_CBWR_Get", out var get) ? NameOf(((delegate* unmanaged<int, int>)get)(AllSettings)) : null;

    internal static string? NameOf(int setting)
    {
        if (setting < 0) return null;
        var branch = setting & (StrictFlag - 1);
        var name = Branches.GetValueOrDefault(branch) ?? branch.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return name != Off && (setting & StrictFlag) != 0 ? name + ",STRICT" : name;
    }
}
