using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace AgentScaler.Environments.Programs.Runtime;

/// <summary>Numbers that follow from a text: SHA-256 of it, read as four numbers of 64 bits, then SHA-256 of that, and so on.</summary>
internal sealed class Draws(string text)
{
    private byte[] _digest = SHA256.HashData(Encoding.UTF8.GetBytes(text));
    private int _taken;

    /// <summary>A number from 0 up to, not including, the bound.</summary>
    public long Below(long bound)
    {
        if (_taken == 4)
        {
            _digest = SHA256.HashData(_digest);
            _taken = 0;
        }

        var number = BinaryPrimitives.ReadUInt64BigEndian(_digest.AsSpan(8 * _taken++));
        return (long)(number % (ulong)bound);
    }
}
