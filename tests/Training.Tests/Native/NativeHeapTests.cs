using System.Globalization;
using AgentScaler.Training.Native;
using static TorchSharp.torch;

namespace AgentScaler.Training.Tests.Native;

public class NativeHeapTests
{
    private const long Megabyte = 1 << 20;

    [Fact]
    public void What_libtorch_has_freed_is_kept_until_it_is_given_back()
    {
        TorchBackend.Require();
        // Other tests take and give memory at the same time: half of it, and one time of five.
        Assert.Contains(Enumerable.Range(0, 5), _ => GivenBack(512) > 256 * Megabyte);
    }

    private static long GivenBack(int blocks)
    {
        using (NewDisposeScope())
        {
            for (var i = 0; i < blocks; i++)
            {
                ones(Megabyte / sizeof(float));
            }
        }

        var kept = Resident();
        NativeHeap.GiveBack();
        return kept - Resident();
    }

    private static long Resident()
    {
        var line = File.ReadLines("/proc/self/status").First(l => l.StartsWith("VmRSS:", StringComparison.Ordinal));
        return long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2].Replace("VmRSS:", "", StringComparison.Ordinal).Trim(),
            CultureInfo.InvariantCulture) * 1024;
    }
}
