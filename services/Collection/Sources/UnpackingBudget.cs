using AgentScaler.Pipeline.Options;

namespace AgentScaler.Collection.Sources;

/// <summary>The remaining unpacked bytes of an archive. It stops a zip bomb before it fills the disk.</summary>
internal sealed class UnpackingBudget(SourceLimits limits, Func<long> packedBytesRead)
{
    private long _spent;

    public void Spend(int bytes, string path)
    {
        _spent += bytes;
        if (_spent > limits.ArchiveBytes)
        {
            throw new DocumentException(
                $"unpacks to more than {limits.ArchiveBytes} bytes (at member '{path}'); split the archive or raise collect.limits.archive_bytes");
        }

        if (_spent > limits.RatioFloor && _spent / limits.CompressionRatio > Math.Max(1, packedBytesRead()))
        {
            throw new DocumentException(
                $"unpacks to more than {limits.CompressionRatio} times its size (at member '{path}'), which no document does: looks like a decompression bomb");
        }
    }

    public void Count(int members)
    {
        if (members > limits.Members)
        {
            throw new DocumentException($"holds more than {limits.Members} members; split the archive or raise collect.limits.members");
        }
    }
}
