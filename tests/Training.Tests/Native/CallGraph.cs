using System.Reflection;
using System.Reflection.Emit;

namespace AgentScaler.Training.Tests.Native;

/// <summary>Which methods compiled code calls, read from its instructions: what a library does inside is seen, whatever it is named.</summary>
internal static class CallGraph
{
    private const BindingFlags Declared =
        BindingFlags.DeclaredOnly | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance;

    private static readonly Dictionary<short, OpCode> Codes = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!).ToDictionary(code => code.Value);

    /// <summary>The methods of <paramref name="library"/> that <paramref name="module"/> calls.</summary>
    public static IReadOnlyList<MethodBase> CallsInto(Assembly library, Module module) =>
        [.. MethodsOf(module).SelectMany(CallsOf).Where(method => method.Module.Assembly == library).Distinct()];

    /// <summary>The methods of a module that call a method; the code of an asynchronous one is that of its state machine.</summary>
    public static IReadOnlyList<MethodBase> CallersOf(MethodBase wanted, Module module) =>
        [.. MethodsOf(module).Where(method => CallsOf(method).Contains(wanted))];

    /// <summary>
    /// The shortest chain of calls from a method to one that is looked for, within the method's library; null: there is none.
    /// Overrides, and what an iterator does later, are not followed.
    /// </summary>
    public static string? PathTo(MethodBase start, Predicate<MethodBase> wanted)
    {
        var callers = new Dictionary<MethodBase, MethodBase?> { [start] = null };
        var open = new Queue<MethodBase>([start]);
        while (open.TryDequeue(out var method))
        {
            if (wanted(method))
            {
                return string.Join(" < ", Chain(method).Select(step => $"{step.DeclaringType?.Name}: {step}"));
            }
            foreach (var called in CallsOf(method))
            {
                if (called.Module == start.Module && callers.TryAdd(called, method))
                {
                    open.Enqueue(called);
                }
            }
        }

        return null;

        IEnumerable<MethodBase> Chain(MethodBase? method)
        {
            for (; method is not null; method = callers[method])
            {
                yield return method;
            }
        }
    }

    private static IEnumerable<MethodBase> MethodsOf(Module module) => module.GetTypes().SelectMany(type => type.GetMembers(Declared).OfType<MethodBase>());

    private static IEnumerable<MethodBase> CallsOf(MethodBase method)
    {
        if (method.GetMethodBody()?.GetILAsByteArray() is not { } code)
        {
            yield break;
        }
        var typeArguments = method.DeclaringType is { IsGenericType: true } type ? type.GetGenericArguments() : null;
        var methodArguments = method.IsGenericMethod ? method.GetGenericArguments() : null;
        for (var at = 0; at < code.Length;)
        {
            var instruction = code[at] == 0xFE ? Codes[(short)(0xFE00 | code[at + 1])] : Codes[code[at]];
            at += instruction.Size;
            if (instruction.OperandType is OperandType.InlineMethod or OperandType.InlineTok
                && method.Module.ResolveMember(BitConverter.ToInt32(code, at), typeArguments, methodArguments) is MethodBase called)
            {
                yield return called;
            }
            at += instruction.OperandType switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(code, at)),
                _ => 4,
            };
        }
    }
}
