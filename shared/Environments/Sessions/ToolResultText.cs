using System.Buffers;
using AgentScaler.Environments.Programs;
using AgentScaler.Environments.Values;

namespace AgentScaler.Environments.Sessions;

/// <summary>Writes tool results in the contract's form.</summary>
internal static class ToolResultText
{
    public static void Write(IBufferWriter<byte> target, Value result)
    {
        target.Write("{\"ok\":true,\"result\":"u8);
        ValueWriter.Write(target, result);
        target.Write("}"u8);
    }

    public static void Write(IBufferWriter<byte> target, ToolError error)
    {
        target.Write("{\"ok\":false,\"error\":{\"code\":"u8);
        ValueWriter.Write(target, error.Code.Word());
        target.Write(",\"message\":"u8);
        ValueWriter.Write(target, error.Message);
        target.Write("}}"u8);
    }
}
