using System.Buffers;
using AgentScaler.Environments.Programs;
using AgentScaler.Environments.Values;

namespace AgentScaler.Environments.Sessions;

/// <summary>Writes tool results in the contract's form.</summary>
internal static class ToolResultText
{
    public static void Write(IBufferWriter<byte> target, Value result)
    {
        using var buffer = PooledBuffer.Rent();
        buffer.Write("{\"ok\":true,\"result\":"u8);
        JsonText.Write(buffer, result, sorted: false);
        buffer.Write((byte)'}');
        target.Write(buffer.Written);
    }

    public static void Write(IBufferWriter<byte> target, ToolError error)
    {
        using var buffer = PooledBuffer.Rent();
        buffer.Write("{\"ok\":false,\"error\":{\"code\":"u8);
        JsonText.WriteString(buffer, error.Code.Word());
        buffer.Write(",\"message\":"u8);
        JsonText.WriteString(buffer, error.Message);
        buffer.Write("}}"u8);
        target.Write(buffer.Written);
    }
}
