using System.Reflection;
using System.Reflection.Emit;

namespace BetterTogether.Learning.Web.Tests.Architecture;

/// <summary>What a type uses: in its signatures, and in the instructions of its methods.</summary>
internal static class UsedTypes
{
    private const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<int, OpCode> OpCodesByValue = typeof(OpCodes).GetFields().Select(f => (OpCode)f.GetValue(null)!).ToDictionary(o => (int)(ushort)o.Value);

    public static IEnumerable<Type> Of(Type type) => Direct(type).SelectMany(Parts).Where(t => !t.IsGenericParameter).Distinct();

    private static IEnumerable<Type> Direct(Type type)
    {
        if (type.BaseType is not null) { yield return type.BaseType; }
        foreach (var contract in type.GetInterfaces()) { yield return contract; }
        foreach (var field in type.GetFields(All)) { yield return field.FieldType; }
        foreach (var method in type.GetMembers(All).OfType<MethodBase>())
        {
            if (method is MethodInfo { ReturnType: var returned }) { yield return returned; }
            foreach (var parameter in method.GetParameters()) { yield return parameter.ParameterType; }
            if (method.GetMethodBody() is not { } body) { continue; }
            foreach (var local in body.LocalVariables) { yield return local.LocalType; }
            foreach (var used in Instructions(method, body.GetILAsByteArray()!)) { yield return used; }
        }
    }

    private static IEnumerable<Type> Instructions(MethodBase method, byte[] il)
    {
        for (var at = 0; at < il.Length;)
        {
            var code = OpCodesByValue[il[at] == 0xFE ? 0xFE00 | il[at + 1] : il[at]];
            at += code.Size;
            if (code.OperandType is OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineType or OperandType.InlineTok
                && Resolve(method, BitConverter.ToInt32(il, at)) is { } member)
            {
                foreach (var type in TypesOf(member)) { yield return type; }
            }
            at += code.OperandType switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 + 4 * BitConverter.ToInt32(il, at),
                _ => 4,
            };
        }
    }

    private static MemberInfo? Resolve(MethodBase method, int token) => method.Module.ResolveMember(
        token, method.DeclaringType!.IsGenericType ? method.DeclaringType.GetGenericArguments() : null, method.IsGenericMethod ? method.GetGenericArguments() : null);

    private static Type[] TypesOf(MemberInfo member) => member switch
    {
        Type type => [type],
        MethodInfo { IsGenericMethod: true } method => [.. method.GetGenericArguments(), .. Declared(method)],
        _ => Declared(member),
    };

    private static Type[] Declared(MemberInfo member) => member.DeclaringType is { } type ? [type] : [];

    private static IEnumerable<Type> Parts(Type type) =>
        type.HasElementType ? Parts(type.GetElementType()!)
        : type.IsGenericType ? [type.GetGenericTypeDefinition(), .. type.GetGenericArguments().SelectMany(Parts)]
        : [type];
}
