using System.Buffers.Binary;
using System.Text;

namespace AgentScaler.Training.Native;

/// <summary>The table of symbol versions that an ELF64 library needs from others (section .gnu.version_r).</summary>
internal static class ElfVersionNeeds
{
    private const uint VersionNeedSection = 0x6ffffffe;
    private const ushort WeakFlag = 0x2;

    /// <summary>
    /// Marks the requirement of a version as weak, so that the loader continues without it. This is safe only if no relocation uses a symbol of that
    /// version, which the caller knows from the library's hash.
    /// </summary>
    /// <returns>Whether the version was found.</returns>
    public static bool Weaken(Span<byte> elf, string version)
    {
        var sections = (int)BinaryPrimitives.ReadUInt64LittleEndian(elf[0x28..]);
        var entrySize = BinaryPrimitives.ReadUInt16LittleEndian(elf[0x3a..]);
        var count = BinaryPrimitives.ReadUInt16LittleEndian(elf[0x3c..]);
        for (var s = 0; s < count; s++)
        {
            var header = elf[(sections + s * entrySize)..];
            if (BinaryPrimitives.ReadUInt32LittleEndian(header[4..]) != VersionNeedSection)
            {
                continue;
            }
            var need = (int)BinaryPrimitives.ReadUInt64LittleEndian(header[0x18..]);
            var names = (int)BinaryPrimitives.ReadUInt32LittleEndian(header[0x28..]);
            var strings = (int)BinaryPrimitives.ReadUInt64LittleEndian(elf[(sections + names * entrySize + 0x18)..]);
            return WeakenIn(elf, need, strings, version);
        }

        return false;
    }

    private static bool WeakenIn(Span<byte> elf, int need, int strings, string version)
    {
        while (true)
        {
            var auxiliaries = BinaryPrimitives.ReadUInt16LittleEndian(elf[(need + 2)..]);
            var auxiliary = need + (int)BinaryPrimitives.ReadUInt32LittleEndian(elf[(need + 8)..]);
            for (var a = 0; a < auxiliaries; a++)
            {
                var name = elf[(strings + (int)BinaryPrimitives.ReadUInt32LittleEndian(elf[(auxiliary + 8)..]))..];
                if (Encoding.ASCII.GetString(name[..name.IndexOf((byte)0)]) == version)
                {
                    var flags = elf[(auxiliary + 4)..];
                    BinaryPrimitives.WriteUInt16LittleEndian(flags, (ushort)(BinaryPrimitives.ReadUInt16LittleEndian(flags) | WeakFlag));
                    return true;
                }

                auxiliary += (int)BinaryPrimitives.ReadUInt32LittleEndian(elf[(auxiliary + 12)..]);
            }

            var next = (int)BinaryPrimitives.ReadUInt32LittleEndian(elf[(need + 12)..]);
            if (next == 0)
            {
                return false;
            }
            need += next;
        }
    }
}
